/** The editors' desk as somebody works at it in a browser, by its Chinese texts. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { FileOfPicture } from './drawing.js';
import type { View } from './simulator-browser.js';
import { joinBy, type StaffPage } from './staff-browser.js';

export type Lang = 'zh' | 'en';

/** One language of an article; the body as plain paragraphs. */
export interface Written {
  readonly title: string;
  readonly digest: string;
  readonly body: string;
  readonly coverAlt: string;
}

/** From where joining ends to the first page that somebody may see. */
export async function enter({ page }: StaffPage): Promise<void> {
  await page.getByRole('button', { name: '进入工作台' }).click();
  await page.getByRole('navigation').waitFor();
}

/** Invites somebody from the staff page, by their roles' Chinese names; answers the link. */
export async function invite({ page }: StaffPage, roles: readonly string[]): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: '工作人员' }).click();
  await page.getByRole('button', { name: '邀请新成员' }).click();
  for (const role of roles) await page.getByRole('checkbox', { name: role, exact: true }).check();
  await page.getByRole('button', { name: '生成链接' }).click();
  const link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue();
  await page.getByRole('button', { name: '我已转交' }).click();
  return link;
}

/** Somebody new, who joins by a link and stands at the first page that they may see. */
export async function hire(
  browser: Browser,
  administrator: StaffPage,
  name: string,
  roles: readonly string[],
  view?: View,
): Promise<StaffPage> {
  const member = await joinBy(browser, await invite(administrator, roles), name, view);
  await enter(member);
  return member;
}

/** A new article from an empty page; the page stands in its editor. @param kind its Chinese name */
export async function newArticle(page: Page, kind = '案例'): Promise<ArticleEditor> {
  await page.getByRole('navigation').getByRole('link', { name: '文章' }).click();
  await page.getByRole('button', { name: '新建文章' }).click();
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByRole('button', { name: '开始撰写' }).click();
  await page.waitForURL(/articles\/[0-9a-f]{32}/);
  return editorOn(page);
}

export type ArticleEditor = ReturnType<typeof editorOn>;

/** The editor that a page stands in. */
export function editorOn(page: Page) {
  const field = (name: string): Locator => page.locator(`#field-${name}`);
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const body = (lang: Lang): Locator => field(`body-${lang}`);
  const tool = (lang: Lang, name: string): Locator =>
    page
      .locator('.body')
      .filter({ has: body(lang) })
      .getByRole('button', { name, exact: true });

  return {
    page,
    field,
    button,
    body,
    tool,
    /** of this article */
    id: (): string => /articles\/([0-9a-f]{32})/.exec(page.url())?.[1] ?? '',
    state: (): Locator => page.locator('.facts .state'),

    /** Waits until the head says this state. */
    stands: (state: string): Promise<void> => page.locator('.facts .state', { hasText: state }).waitFor(),

    /** Shows one language; begins it where there is no text yet. */
    async show(lang: Lang): Promise<void> {
      await page
        .locator('.langs label')
        .filter({ has: page.locator(`input[value=${lang}]`) })
        .click();
      const section = page.getByRole('region', { name: lang === 'zh' ? '中文' : '英文', exact: true });
      const empty = section.getByRole('button', { name: '从空白开始' });
      await empty
        .or(field(`title-${lang}`))
        .first()
        .waitFor();
      if (await empty.isVisible()) await empty.click();
    },

    async write(lang: Lang, { title, digest, body: text, coverAlt }: Written): Promise<void> {
      await this.show(lang);
      await field(`title-${lang}`).fill(title);
      await field(`digest-${lang}`).fill(digest);
      await field(`coverAlt-${lang}`).fill(coverAlt);
      await this.writeBody(lang, text);
    },

    /** Types at the end of the text; a line is a paragraph. */
    async writeBody(lang: Lang, text: string): Promise<void> {
      await this.toEnd(lang);
      for (const [n, line] of text.split('\n').entries()) {
        if (n > 0) await page.keyboard.press('Enter');
        await page.keyboard.insertText(line);
      }
    },

    /** The caret stands behind all that is written. */
    async toEnd(lang: Lang): Promise<void> {
      await body(lang).focus();
      await page.keyboard.press('Control+End');
    },

    async setCover(file: FileOfPicture): Promise<void> {
      await page.locator('.choice:has(#field-cover) input[type=file]').setInputFiles(file);
      await page.locator('.choice:has(#field-cover) img').waitFor();
    },

    /** A picture where the caret stands. */
    async addPicture(lang: Lang, file: FileOfPicture, alt: string, caption = ''): Promise<void> {
      await tool(lang, '图片').click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('input[type=file]').setInputFiles(file);
      await dialog.locator('#picture-alt').fill(alt);
      await dialog.getByRole('textbox', { name: '图片下方的说明（选填）' }).fill(caption);
      await dialog.getByRole('button', { name: '添加图片' }).click();
      await body(lang).locator(`figure img[alt="${alt}"]`).waitFor();
    },

    /** A link where the caret stands. */
    async addLink(lang: Lang, address: string, words: string): Promise<void> {
      await tool(lang, '链接').click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('#link-address').fill(address);
      await dialog.getByRole('textbox', { name: '链接的文字' }).fill(words);
      await dialog.getByRole('button', { name: '设置链接' }).click();
    },

    /** A table of three columns where the caret stands, with these cells row by row. */
    async addTable(lang: Lang, cells: readonly string[]): Promise<void> {
      await tool(lang, '表格').click();
      for (const [n, cell] of cells.entries()) {
        if (n > 0) await page.keyboard.press('Tab');
        await page.keyboard.insertText(cell);
      }
    },

    async addTag(tag: string): Promise<void> {
      await field('tags').fill(tag);
      await button('添加标签').click();
    },

    async addSource(title: string, address: string): Promise<void> {
      await button('添加出处').click();
      await page
        .getByRole('textbox', { name: /^出处 \d+：标题$/ })
        .last()
        .fill(title);
      await page
        .getByRole('textbox', { name: /^出处 \d+：网址$/ })
        .last()
        .fill(address);
    },

    /** The last part of its address for readers, before it was ever public. */
    slug: (): Promise<string> => page.getByRole('textbox', { name: '文章网址' }).inputValue(),

    /** Waits until the server has everything. */
    async saved(): Promise<void> {
      await page.keyboard.press('Control+s');
      await page.locator('.facts').getByText('已保存').waitFor();
    },

    async submit(): Promise<void> {
      await button('送审').click();
      await this.stands('待审核');
    },

    /** Ticks what a reviewer confirms, and chooses the way: 'none', 'quiet' or 'send'. */
    async approve(
      how: { readonly at?: readonly [day: string, time: string]; readonly way?: string } = {},
    ): Promise<void> {
      const panel = page.locator('#review-panel');
      await panel.getByRole('checkbox').first().waitFor();
      for (const box of await panel.getByRole('checkbox').all()) await box.check();
      if (how.at === undefined) await panel.getByRole('radio', { name: /^尽快/ }).check();
      else {
        await panel.getByRole('radio', { name: '指定日期和时间' }).check();
        await panel.locator('#approve-day').fill(how.at[0]);
        await panel.locator('#approve-time').fill(how.at[1]);
      }
      await panel.locator(`input[value=${how.way ?? 'none'}]`).check();
      await panel.getByRole('button', { name: '批准并安排发布' }).click();
      await this.stands('已排期');
    },
  };
}
