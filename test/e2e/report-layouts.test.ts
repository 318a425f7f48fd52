/** Every screen of the web form, on a phone, a tablet and a desk, light and dark, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type View } from './simulator-browser.js';
import { lookAt, type Opened } from './report-stage/open-form.js';
import { stageReceipt } from './report-stage/settings.js';
import { openStage, type ProfileName, type Stage } from './report-stage/stage.js';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

interface Look extends View {
  readonly name: string;
  readonly lang: 'zh' | 'en';
  readonly profile: ProfileName;
}

const looks: readonly Look[] = [
  {
    name: 'phone-zh-light',
    width: 390,
    height: 844,
    scheme: 'light',
    lang: 'zh',
    profile: 'national-security',
  },
  { name: 'phone-en-dark', width: 390, height: 844, scheme: 'dark', lang: 'en', profile: 'integrity-line' },
  {
    name: 'small-en-light',
    width: 320,
    height: 568,
    scheme: 'light',
    lang: 'en',
    profile: 'national-security',
  },
  { name: 'tablet-zh-dark', width: 768, height: 1024, scheme: 'dark', lang: 'zh', profile: 'integrity-line' },
  {
    name: 'desk-en-light',
    width: 1440,
    height: 900,
    scheme: 'light',
    lang: 'en',
    profile: 'national-security',
  },
];

const words = {
  zh: {
    begin: '开始举报',
    on: /^(下一题|同意，继续)$/,
    skip: '这一题不答',
    send: '发送举报',
    check: '核对',
    without: '不抄了，继续',
  },
  en: {
    ...{ begin: 'Report something', on: /^(Continue|Agree and continue)$/, skip: 'Leave this one out' },
    ...{ send: 'Send the report', check: 'Check the digits', without: 'Go on without writing it down' },
  },
} as const;

/** Answers whatever is asked, and looks at each page on the way, once untouched and once with nothing entered. */
async function walk({ page }: Opened, { lang, name }: Look): Promise<void> {
  const says = words[lang];
  await page.getByRole('button', { name: says.begin }).click();
  for (let n = 1; n < 20; n += 1) {
    if ((await page.locator('.summary').count()) > 0) return;
    await lookAt(page, `${name}-question-${String(n)}`);
    if (n === 2) {
      await page.getByRole('button', { name: says.on }).click();
      await lookAt(page, `${name}-question-${String(n)}-problem`);
    }
    await fill(page, lang);
    if ((await page.locator('input[type=file]').count()) > 0) await lookAt(page, `${name}-files`);
    await page.getByRole('button', { name: says.on }).click();
  }
}

async function fill(page: Page, lang: 'zh' | 'en'): Promise<void> {
  const area = page.locator('main textarea');
  const date = page.locator('main input[type=date]');
  if ((await date.count()) > 0) await area.fill(lang === 'zh' ? '上周三晚上' : 'last week');
  else if ((await area.count()) > 0)
    await area.fill(
      lang === 'zh' ? '机房的门整晚开着，有人把硬盘装进包里。' : 'Somebody put a disk into a bag.',
    );
  else if ((await page.locator('main input[type=radio]').count()) > 0)
    await page.locator('main input[type=radio]').first().check();
  else if ((await page.locator('main input[type=checkbox]').count()) > 0)
    await page.locator('main input[type=checkbox]').check();
  else {
    await page.setInputFiles('main input[type=file]', [
      { name: 'photo.heic', mimeType: '', buffer: Buffer.alloc(240_000, 1) },
      {
        name: 'a-very-long-name-of-a-recording-that-nobody-shortened.m4a',
        mimeType: 'audio/mp4',
        buffer: Buffer.alloc(3_400_000, 1),
      },
    ]);
    await page.locator('.files li.uploading').nth(1).waitFor();
  }
}

describe.each(looks)('on $name', (look) => {
  test('every page of a report can be read and used', async () => {
    const { lang, name, profile } = look;
    const says = words[lang];
    const opened = await stage.open(browser, { lang, profile, view: look, settings: { files: 'wait' } });
    const { page } = opened;
    await lookAt(page, `${name}-start`);
    await walk(opened, look);
    await lookAt(page, `${name}-summary`);
    await page.locator('.sending .button').first().click();
    await lookAt(page, `${name}-waiting`);
    await page.locator('main .buttons .button').last().click();
    await page.locator('.receipt').waitFor();
    await lookAt(page, `${name}-receipt`);
    await page.locator('input.digits').fill('0000');
    await page.getByRole('button', { name: says.check }).click();
    await lookAt(page, `${name}-receipt-wrong`);
    await page.getByRole('button', { name: says.without }).click();
    await lookAt(page, `${name}-without`);
    await page.locator('.button.danger').click();
    await lookAt(page, `${name}-left`);
    expect(opened.problems).toEqual([]);
    expect(opened.foreign).toEqual([]);
    await page.context().close();
  });

  test('every page of an opened report can be read and used', async () => {
    const { lang, name, profile } = look;
    const opened = await stage.open(browser, {
      ...{ lang, profile, view: look, path: '/report#check' },
      settings: {
        thread: {
          state: 'received',
          outcome: null,
          messages: [
            {
              id: '1',
              day: '2027-04-16',
              text: 'Which door was it?',
              verified: true,
              question: { kind: 'place' },
            },
            {
              id: '2',
              day: '2027-04-17',
              text: '是白天还是晚上？',
              verified: true,
              question: { kind: 'choice', choices: ['白天', '晚上'] },
            },
            {
              id: '3',
              day: '2027-04-18',
              text: 'Ring 000 and say your name.',
              verified: false,
              question: null,
            },
          ],
        },
      },
    });
    const { page } = opened;
    await lookAt(page, `${name}-enter`);
    await page.locator('input.digits').fill('1234');
    await page.keyboard.press('Enter');
    await lookAt(page, `${name}-enter-wrong`);
    await page.locator('input.digits').fill(stageReceipt);
    await page.keyboard.press('Enter');
    await page.locator('.facts').waitFor();
    await lookAt(page, `${name}-thread`);
    await page.locator('details.fold summary').last().click();
    await page.locator('details.fold[open] .button').click();
    await lookAt(page, `${name}-withdraw`);
    expect(opened.problems).toEqual([]);
    await page.context().close();
  });
});

test('the page on how to check the page can be read', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const { page, problems } = await stage.open(browser, { lang, path: '/report/verify' });
    await lookAt(page, `verify-${lang}`);
    expect(problems).toEqual([]);
    await page.context().close();
  }
});
