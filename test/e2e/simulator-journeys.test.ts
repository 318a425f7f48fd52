import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { sampleLine } from '../simulator/support/sample-line.js';
import { world, type World } from '../simulator/support/world.js';
import { accessibilityProblems, launch, openPage, picture } from './simulator-browser.js';

let browser: Browser;
let w: World;
let page: Page;
let problems: string[];
const phoneSize = { width: 390, height: 844, scheme: 'light' } as const;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  w = await world(sampleLine, { pace: { limitMs: 2000, gapMs: 1 } });
  ({ page, problems } = await openPage(browser, `${w.url}/simulator/`, phoneSize));
});
afterEach(async () => {
  await page.context().close();
  await w.close();
});

const follow = async (): Promise<string> => {
  await page.getByRole('button', { name: '关注此账号' }).click();
  await page.getByText('您好，这里是「示例举报线」。').waitFor();
  return openidOf(page, 1);
};
/** Scripts for the page are texts: the tests themselves know no browser types. */
const openidOf = (of: Page, phone: number): Promise<string> =>
  of.evaluate<string>(`sessionStorage.getItem('phone.${phone}')`);
const write = async (text: string): Promise<void> => {
  const keyboard = page.getByRole('button', { name: '切换到键盘' });
  if (await keyboard.isVisible()) await keyboard.click();
  await page.getByLabel('消息').fill(text);
  await page.keyboard.press('Enter');
};

describe('a chat on the phone page', () => {
  test('is begun, led and reloaded by the keyboard alone', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('您好，这里是「示例举报线」。').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('第 1 题，共约 9 题').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('有人在打听项目的数据');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('昨天下午');
    await page.keyboard.press('Enter');
    await page.getByText('好的，记下了。').waitFor();
    expect(w.received.at(-1)?.fields['Content']).toBe('有人在打听项目的数据\n昨天下午');
    const before = await page.getByRole('log').innerText();
    await page.reload();
    await page.getByText('好的，记下了。').waitFor();
    expect(await page.getByRole('log').innerText()).toBe(before);
    expect(problems).toEqual([]);
  });

  test('a tap sends the words of the choice and its id', async () => {
    await follow();
    await page.getByRole('button', { name: '我要举报' }).click();
    await page.getByRole('button', { name: '单位内部保护有漏洞' }).click();
    await page.getByText('好的，记下了。').waitFor();
    expect(w.received.at(-1)?.fields).toMatchObject({
      Content: '单位内部保护有漏洞',
      bizmsgmenuid: 'kind:d',
    });
  });

  test('pictures, voice and places go out', async () => {
    await follow();
    await page.getByRole('button', { name: '切换到键盘' }).click();
    await page.getByRole('button', { name: '打开更多' }).click();
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';
    await page
      .getByLabel('图片', { exact: true })
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
    await page.getByText('收到 1 个文件').waitFor();
    await page.getByRole('button', { name: '语音' }).click();
    await page.getByRole('button', { name: '发送一段示例语音' }).click();
    await page.getByText('收到语音').waitFor();
    expect(w.received.at(-1)?.fields).toMatchObject({ MsgType: 'voice', Format: 'amr' });
    await page.getByRole('button', { name: '位置' }).click();
    await page.getByLabel('纬度').fill('91');
    await page.getByRole('button', { name: '发送此位置' }).click();
    await page.getByRole('alert').filter({ hasText: '纬度为' }).waitFor();
    await page.getByLabel('纬度').fill('23.1');
    await page.getByRole('button', { name: '发送此位置' }).click();
    await page.getByText('地点记下了：滨江路 12 号 3 号楼').waitFor();
    await picture(page, 'journey-attachments');
    expect(problems).toEqual([]);
  });

  test('what the account sends later appears by itself', async () => {
    const openid = await follow();
    const later = { touser: openid, msgtype: 'text', text: { content: '图片已保存。' } };
    await w.platform('POST', '/cgi-bin/message/custom/send', later);
    await page.getByText('图片已保存。').waitFor({ timeout: 4000 });
    expect(problems).toEqual([]);
  });

  test('a slow answer is announced by a typing row', async () => {
    await follow();
    await write('慢');
    await page.getByText('对方正在输入…').waitFor({ timeout: 800 });
    await page.getByText('好的，记下了。').waitFor();
    expect(await page.getByText('对方正在输入…').isVisible()).toBe(false);
  });

  test('the account’s own menu, with entries under entries, takes the place of the sample', async () => {
    await follow();
    const button = [{ name: '举报', sub_button: [{ type: 'click', name: '写举报', key: 'report' }] }];
    await w.platform('POST', '/cgi-bin/menu/create', { button });
    await page.getByRole('button', { name: '举报', exact: true }).click({ timeout: 4000 });
    await picture(page, 'journey-sub-menu');
    await page.getByRole('button', { name: '写举报' }).click();
    await page.getByText('第 1 题，共约 9 题').waitFor();
    expect(w.received.at(-1)?.fields['EventKey']).toBe('report');
  });

  test('a message that could not be sent stays, and goes out on a second try', async () => {
    await follow();
    await page.context().setOffline(true);
    await write('在吗');
    await page.getByText('没有送达。').waitFor();
    await page.getByText('与模拟器的连接断了').waitFor({ timeout: 4000 });
    await picture(page, 'journey-offline');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '再发一次' }).click();
    await page.getByText('好的，记下了。').waitFor();
    expect(await page.getByText('在吗', { exact: true }).count()).toBe(1);
  });

  test('a simulator that was started again asks to be followed again', async () => {
    await follow();
    await page.evaluate("sessionStorage.setItem('phone.1', 'oForgotten')");
    await page.reload();
    await page.getByText('模拟器重新启动过').waitFor();
    expect(await page.getByRole('button', { name: '关注此账号' }).isEnabled()).toBe(true);
  });

  test('unfollowing is told to the account and leads back to the start', async () => {
    await follow();
    await page.getByLabel('更多操作').click();
    await picture(page, 'journey-options');
    await page.getByRole('button', { name: '取消关注' }).click();
    await page.getByRole('button', { name: '关注此账号' }).waitFor();
    await w.until(() => w.received.length === 2);
    expect(w.received[1]?.fields['Event']).toBe('unsubscribe');
  });

  test('notices are asked for, and each yes counts once', async () => {
    const openid = await follow();
    await page.getByLabel('更多操作').click();
    await page.getByRole('button', { name: '订阅提醒' }).click();
    await page.getByRole('button', { name: '允许一次' }).first().click();
    await w.until(() => w.received.some(({ fields }) => fields['Event'] === 'subscribe_msg_popup_event'));
    await picture(page, 'journey-consents');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const data = {
      thing1: { value: '教育日' },
      time2: { value: '2027年4月15日' },
      thing3: { value: '查看文章' },
    };
    const notice = { touser: openid, template_id: 'simulator-notice', data };
    expect(await w.platform('POST', '/cgi-bin/message/subscribe/bizsend', notice)).toMatchObject({
      errcode: 0,
    });
    await page.getByText('宣传日提醒').waitFor({ timeout: 4000 });
  });

  test('a code is scanned by what it says, or taken from the latest', async () => {
    await follow();
    const action = { action_name: 'QR_STR_SCENE', expire_seconds: 600 };
    const body = { ...action, action_info: { scene: { scene_str: 'link:abc' } } };
    const { url } = await w.platform('POST', '/cgi-bin/qrcode/create', body);
    const scans = (): number => w.received.filter(({ fields }) => fields['Event'] === 'SCAN').length;
    const open = async (): Promise<void> => {
      await page.getByLabel('更多操作').click();
      await page.getByRole('button', { name: '扫一扫' }).click();
    };
    await open();
    await page.getByLabel('二维码的内容').fill('http://weixin.qq.com/q/none');
    await page.keyboard.press('Enter');
    await page.getByText('账号没有这样的二维码').waitFor();
    await picture(page, 'journey-scan');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems.splice(0)).toHaveLength(1); // the browser itself reports each 404
    await page.getByLabel('二维码的内容').fill(String(url));
    await page.keyboard.press('Enter');
    await w.until(() => scans() === 1);
    expect(w.received.at(-1)?.fields['EventKey']).toBe('link:abc');
    await open();
    await page.getByRole('button', { name: '扫二维码“link:abc”' }).click();
    await w.until(() => scans() === 2);
    expect(problems).toEqual([]);
  });

  test('only the openid is kept in the browser', async () => {
    const openid = await follow();
    await write('有人在打听项目的数据');
    await page.getByText('好的，记下了。').waitFor();
    const kept = await page.evaluate<unknown>(
      '({ ...sessionStorage, local: localStorage.length, cookie: document.cookie })',
    );
    expect(kept).toEqual({ 'phone.1': openid, local: 0, cookie: '' });
  });

  test('nothing that is pressed is smaller than 44 pixels', async () => {
    await follow();
    await page.getByRole('button', { name: '我要举报' }).click();
    await page.getByRole('button', { name: '单位内部保护有漏洞' }).waitFor();
    await page.getByRole('button', { name: '切换到键盘' }).click();
    await page.getByRole('button', { name: '打开更多' }).click();
    const small = await page.evaluate<string[]>(
      `[...document.querySelectorAll('button, a, summary, .choice')]
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44)
        .map((e) => e.outerHTML)`,
    );
    const all = await page.locator('button:visible').count();
    expect(all).toBeGreaterThan(5);
    expect(small).toEqual([]);
  });
});

describe('around the chat', () => {
  test('three phones are three people', async () => {
    const wide = await openPage(browser, `${w.url}/simulator/?phones=3`, {
      width: 1440,
      height: 900,
      scheme: 'light',
    });
    const buttons = wide.page.getByRole('button', { name: '关注此账号' });
    for (let n = 0; n < 3; n += 1) {
      await buttons.first().click();
      await wide.page.locator('.chat:visible').nth(n).waitFor();
    }
    await wide.page.locator('.pushes li').nth(2).waitFor();
    await w.platform('GET', '/cgi-bin/menu/get');
    await wide.page.getByText('GET /cgi-bin/menu/get').waitFor();
    await picture(wide.page, 'journey-three-phones');
    const openids = await Promise.all([1, 2, 3].map((n) => openidOf(wide.page, n)));
    expect(new Set(openids).size).toBe(3);
    expect(await accessibilityProblems(wide.page)).toEqual([]);
    await wide.page.context().close();
  });

  test('the wire shows what kind and how long, and no word of what was said', async () => {
    const wide = await openPage(browser, `${w.url}/simulator/`, {
      width: 1440,
      height: 900,
      scheme: 'light',
    });
    await wide.page.getByRole('button', { name: '关注此账号' }).click();
    await wide.page.getByRole('button', { name: '切换到键盘' }).click();
    await wide.page.getByLabel('消息').fill('很秘密的一句话');
    await wide.page.keyboard.press('Enter');
    await wide.page.locator('.pushes li').nth(1).waitFor();
    const text = await wide.page.locator('.wire').innerText();
    expect(text).toMatch(/文字 7 字[\s\S]*1 次 · \d+ ms/);
    expect(text).not.toContain('秘密');
    await wide.page.context().close();
  });

  test('the other language is one link away and keeps the chat', async () => {
    await follow();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Sample – not an official channel').waitFor();
    await page.getByText('您好，这里是「示例举报线」。').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('without JavaScript the page says so in both languages', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${w.url}/simulator/`);
    const text = await plain.locator('body').innerText();
    expect(text).toContain('此页面需要 JavaScript');
    expect(text).toContain('This page needs JavaScript');
    await picture(plain, 'journey-no-script');
    await context.close();
  });

  test('axe finds a fault that is put into the page', async () => {
    await page.evaluate("document.querySelector('main').append(document.createElement('button'))");
    expect((await accessibilityProblems(page)).join()).toContain('button-name');
  });
});
