/** Day notices: from next year's draft to each phone, and that reporting changes nothing of who gets them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Occurrence } from '../../console/web/api/occurrence-types.js';
import { receiptIn } from '../support/receipt-in.js';
import { follow, type Phone } from '../support/running-line.js';
import { ask } from './page-requests.js';
import { openPublishingDesk, type PublishingDesk } from './publishing-desk.js';
import { lookAt, openPublishingLine, type PublishingLine } from './publishing-line.js';
import { until } from './until.js';

let opened: PublishingLine;
let desk: PublishingDesk;
/** Who reported and who allowed messages: each way once. */
let phones: Readonly<Record<'both' | 'allowed' | 'reported' | 'neither', Phone>>;

/** From the menu to the receipt. */
async function reports(phone: Phone): Promise<void> {
  await phone.sends({ type: 'event', event: 'CLICK', eventKey: 'report' });
  const answers = ['1', '上周三他在车间拷走了三份图纸', '说完了', '上周三', '二号车间', '姓钱的技术员'];
  for (const words of [...answers, '1', '1', '1', '1', '2', '1']) await phone.says(words);
  expect(receiptIn(await phone.says('确认发送'))).not.toBeNull();
}

async function allows({ openid }: Phone): Promise<void> {
  const answered = await fetch(`${opened.line.url}/simulator/api/users/${openid}/consents`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ templateId: 'simulator-notice', status: 'accept' }),
  });
  expect(answered.ok).toBe(true);
}

beforeAll(async () => {
  opened = await openPublishingLine();
  desk = await openPublishingDesk(opened);
  const { url } = opened.line;
  phones = {
    both: await follow(url),
    allowed: await follow(url),
    reported: await follow(url),
    neither: await follow(url),
  };
  for (const phone of [phones.both, phones.reported]) await reports(phone);
  for (const phone of [phones.both, phones.allowed]) await allows(phone);
}, 120_000);
afterAll(() => opened.close(), 30_000);

/** The day notices of a month, as the page gets them. */
async function idIn(month: string, day: string): Promise<string> {
  const path = `/occurrences?from=${month}-01&to=${month}-30`;
  const { items } = (await ask(desk.author.page, 'GET', path)).body as {
    items: readonly { id: string; nominal: string }[];
  };
  return items.find(({ nominal }) => nominal === day)?.id ?? '';
}

/** Opens it as it stands at the server. */
async function open(page: Page, id: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${opened.line.consoleUrl}/#/notices/${encodeURIComponent(id)}`);
  await page.locator('.facts .state').waitFor();
}

const stands = (page: Page, state: string) => page.locator('.facts .state', { hasText: state }).waitFor();

async function approve(id: string): Promise<void> {
  const { page } = desk.reviewer;
  await open(page, id);
  for (const box of await page.locator('#notice-review').getByRole('checkbox').all()) await box.check();
  await page.locator('#notice-review').getByRole('button', { name: '批准', exact: true }).click();
  await stands(page, '已排期');
}

/** What each phone was sent in a way, by phone. */
async function got(via: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const all = await Promise.all(
    Object.entries(phones).map(async ([name, phone]) => {
      const sent = (await phone.outbox()).filter((entry) => entry.via === via);
      return [
        name,
        sent.map(({ at, seq, ...entry }: { at?: unknown; seq?: unknown; via: string }) => entry),
      ] as const;
    }),
  );
  return Object.fromEntries(all);
}

describe('next year’s education day', () => {
  let id = '';

  test('stands there as a draft; an editor moves it, confirms it, and another one approves it', async () => {
    const { page } = desk.author;
    id = await idIn('2027-04', '2027-04-15');
    await page.getByRole('navigation').getByRole('link', { name: '教育日提醒' }).click();
    await page.getByRole('link', { name: /第十二个全民国家安全教育日/ }).click();
    await stands(page, '草稿');
    await page.getByRole('button', { name: '改到另一个时间' }).click();
    await page.locator('#move-day').fill('2027-04-16');
    await page.locator('#move-time').fill('08:30');
    await page.getByRole('dialog').getByRole('button', { name: '改动时间' }).click();
    await page.getByText('2027年4月16日 星期五 08:30').first().waitFor();
    await page.getByRole('button', { name: '确认并送审' }).click();
    await stands(page, '待审核');
    await approve(id);
    const planned = (await ask(page, 'GET', `/occurrences/${id}`)).body;
    expect(planned).toMatchObject({ state: 'scheduled', at: '2027-04-16T00:30:00.000Z', moved: true });
    await lookAt(desk.reviewer.page, 'notice-scheduled');
  });

  test('is stopped in its ten minutes: nothing goes out, and it is a draft again', async () => {
    await opened.jobs.noticeNears(id);
    await opened.jobs.noticeUntil(id, 'about_to_go');
    const { page } = desk.author;
    await open(page, id);
    await lookAt(page, 'notice-hold');
    await page.locator('#notice-state').getByRole('button', { name: '停止发送' }).click();
    await stands(page, '草稿');
    await page.getByText('在发送前停止了它').waitFor();
    await opened.jobs.noticeIsDue(id);
    await opened.jobs.tick();
    expect(await got('mass')).toEqual({ both: [], allowed: [], reported: [], neither: [] });
  });

  test('goes out once to every follower when it was approved anew, and the ledger says so', async () => {
    const { page } = desk.author;
    await open(page, id);
    await page.getByRole('button', { name: '确认并送审' }).click();
    await stands(page, '待审核');
    await approve(id);
    await opened.jobs.noticeNears(id);
    await opened.jobs.noticeUntil(id, 'about_to_go');
    await opened.jobs.noticeIsDue(id);
    await opened.jobs.noticeUntil(id, 'done');
    await opened.jobs.tick();
    const { both, ...others } = await got('mass');
    expect(both).toHaveLength(1);
    expect(JSON.stringify(both)).toContain('个全民国家安全教育日');
    expect(Object.values(others)).toEqual([both, both, both]);
    await open(page, id);
    await stands(page, '已发送');
    await page.getByText('平台表示群发已完成。').waitFor();
    await lookAt(page, 'notice-done');
  });
});

test('of two who allowed a message, one of whom reported, each gets the same; of the others nobody', async () => {
  const id = await idIn('2027-04', '2027-04-26');
  const [author, reviewer] = [desk.author.page, desk.reviewer.page];
  const path = `/occurrences/${id}`;
  const { revision } = (await ask(author, 'GET', path)).body as Occurrence;
  await ask(author, 'POST', `${path}/steps`, { revision, step: 'submit' });
  await approve(id);
  await opened.jobs.noticeNears(id);
  await opened.jobs.noticeUntil(id, 'about_to_go');
  await opened.jobs.noticeIsDue(id);
  await opened.jobs.noticeUntil(id, 'done');
  const notices = await got('subscribe');
  expect(notices['both']).toHaveLength(1);
  expect(notices).toEqual({ ...notices, allowed: notices['both'], reported: [], neither: [] });
  const { sends } = (await ask(author, 'GET', path)).body as Occurrence;
  expect(sends.find(({ way }) => way === 'account')).toMatchObject({ total: 2, sent: 2, doubt: 0 });
  await open(reviewer, id);
  await until(async () => (await reviewer.locator('.send').count()) === 2);
  await lookAt(reviewer, 'notice-ledger');
});

test('no page said anything that it should not', () => {
  for (const who of [desk.administrator, desk.author, desk.reviewer]) expect(who.problems).toEqual([]);
});
