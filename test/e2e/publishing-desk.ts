/** An editor who writes and another one who reviews, on a line, and how far an article has come. */
import { drawing } from './drawing.js';
import { inviteByHttp, joinByHttp, type Joined } from '../support/staff-by-http.js';
import { editorOn, newArticle, type ArticleEditor } from './editor-browser.js';
import type { PublishingLine } from './publishing-line.js';
import { openPage } from './simulator-browser.js';
import type { StaffPage } from './staff-browser.js';

export interface WrittenArticle {
  readonly id: string;
  readonly slug: string;
}

export interface PublishingDesk {
  readonly administrator: StaffPage;
  readonly author: StaffPage;
  readonly reviewer: StaffPage;
  /** An article in Chinese with all that it needs, written by the author and saved; their page stands at it. */
  written(title: string): Promise<ArticleEditor>;
  /** An article as it stands at the server, opened by somebody. */
  openedBy(who: StaffPage, id: string): Promise<ArticleEditor>;
  /** Written, sent, approved at once, and held: it goes out unless somebody stops it. */
  aboutToGo(title: string, way?: string): Promise<WrittenArticle>;
  /** The same, gone out to readers. */
  published(title: string, way?: string): Promise<WrittenArticle>;
}

/** They joined without a browser; how that is done in one is a journey of its own. */
export async function openPublishingDesk(opened: PublishingLine): Promise<PublishingDesk> {
  const { line, jobs } = opened;
  const { consoleUrl } = line;
  const first = await joinByHttp(consoleUrl, line.output(), '管理员');
  const hire = async (name: string): Promise<StaffPage> =>
    signedIn(
      opened,
      await joinByHttp(consoleUrl, await inviteByHttp(consoleUrl, first, ['editor']), name),
      '/articles',
    );
  const administrator = await signedIn(opened, first, '/staff');
  const author = await hire('编辑甲');
  const reviewer = await hire('编辑乙');
  const cover = await drawing('cover.jpg');

  const desk: PublishingDesk = {
    ...{ administrator, author, reviewer },

    async written(title) {
      const editor = await newArticle(author.page, '建议');
      await editor.write('zh', {
        ...{ title, digest: '一两句话说清楚要做什么。', coverAlt: '远处的山和太阳' },
        body: '第一段说明情况。\n第二段说明怎么做。',
      });
      await editor.setCover(cover);
      await editor.field('author').fill('宣传组');
      await editor.saved();
      return editor;
    },

    async openedBy({ page }, id) {
      const address = `${line.consoleUrl}/#/articles/${id}`;
      if (page.url() === address) await page.reload();
      else await page.goto(address);
      const editor = editorOn(page);
      await editor.state().waitFor();
      return editor;
    },

    async aboutToGo(title, way = 'none') {
      const editor = await desk.written(title);
      const [id, slug] = [editor.id(), await editor.slug()];
      await editor.submit();
      await (await desk.openedBy(reviewer, id)).approve({ way });
      await jobs.until(id, 'about_to_go');
      return { id, slug };
    },

    async published(title, way) {
      const article = await desk.aboutToGo(title, way);
      await jobs.timeComes(article.id);
      await jobs.until(article.id, 'published');
      return article;
    },
  };
  return desk;
}

/** A browser that carries the session which began when somebody joined. */
async function signedIn(opened: PublishingLine, joined: Joined, path: string): Promise<StaffPage> {
  const { browser, line } = opened;
  const window = await openPage(browser, 'about:blank', { width: 1440, height: 900, scheme: 'light' });
  const [name = '', value = ''] = joined.cookie.split('=');
  await window.page.context().addCookies([{ name, value, url: line.consoleUrl, sameSite: 'Strict' }]);
  await window.page.goto(`${line.consoleUrl}/#${path}`);
  return { ...window, credentials: joined };
}
