/** `npm run notices:preview` as an operator runs it: on nothing but a profile, and beside a running line. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { noticeChecks } from '../../../domain/notices/occurrence.js';
import { follow, startLine } from '../../support/running-line.js';
import { inviteByHttp, joinByHttp } from '../../support/staff-by-http.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-preview-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

function run(
  dataDir: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [resolve('dist/runtime/commands/notices.js'), ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ ...said, code });
    });
  });
}

/** No Official Account: nothing is asked of a platform that does not answer. */
const alone = { TRUST_PROXY: '0' };

type Row = Readonly<Record<string, unknown>>;
const rowsOf = ({ out }: Ran): readonly Row[] => JSON.parse(out) as readonly Row[];

test('an empty database shows what the profile brings, with the ordinals of the coming year', async () => {
  const data = join(folder, 'empty');
  const ran = await run(data, ['preview', '--months', '12', '--json'], alone);
  const rows = rowsOf(ran);
  expect([ran.code, ran.err]).toEqual([0, '']);
  for (const row of rows)
    expect(Object.keys(row)).toEqual(['notice', 'on', 'at', 'audience', 'recipients', 'text']);
  const education = rows.find(({ notice }) => notice === 'education-day');
  const year = Number(String(education?.['on']).slice(0, 4));
  expect(education).toMatchObject({
    ...{ on: `${String(year)}-04-15`, at: `${String(year)}-04-15T01:00:00.000Z`, recipients: null },
    audience: 'all followers, consents of the mini-program',
    text: { en: { title: `Security Day ${String(year)}` } },
  });
  const ordinals = ['十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十'];
  const word = ordinals[year - 2026] ?? '';
  expect((education?.['text'] as { zh: { title: string } }).zh.title).toBe(`第${word}个全民国家安全教育日`);
  expect(rows).toHaveLength(3);
});

test('people read words, times and the month’s budget', async () => {
  const { out, code } = await run(join(folder, 'empty'), ['preview', '--months', '12'], alone);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d{4}-04-15 09:00 {2}education-day {2}\(a draft: nothing is sent before/m);
  expect(out).toMatch(/^\d{4}-04: 0 sent and 0 confirmed of 0 mass messages$/m);
  expect(out).toMatch(/Times are those of Asia\/Shanghai\./);
});

test('times are those of the line’s zone, whatever the machine’s', async () => {
  const there = { ...alone, TZ: 'America/New_York', TZ_LINE: 'Europe/Berlin' };
  const rows = rowsOf(await run(join(folder, 'zone'), ['preview', '--months', '12', '--json'], there));
  const at = rows.find(({ notice }) => notice === 'education-day')?.['at'];
  // nine in the morning, in summer time
  expect(at).toMatch(/-04-15T07:00:00\.000Z$/);
});

test('what it does not know is answered in one sentence', async () => {
  const wrong = [[], ['preview', '--months', '25'], ['preview', '--months', 'all'], ['preview', '--xml']];
  const answers = await Promise.all(wrong.map((args) => run(join(folder, 'empty'), args)));
  for (const { out, err, code } of answers) {
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(err).toMatch(/npm run notices:preview -- --months N/);
  }
});

/** Whoever has this cookie, at a running console. */
const at = (consoleUrl: string, cookie: string) => async (method: string, path: string, body?: object) => {
  const headers = { 'content-type': 'application/json', origin: consoleUrl, cookie };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${consoleUrl}${path}`, { method, headers, ...sent });
  const text = await answer.text();
  return { status: answer.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Row };
};

test('a running line plans, is edited and approved on its desk, and the preview beside it shows that', async () => {
  const data = join(folder, 'running');
  const line = await startLine(data);
  try {
    const { url, consoleUrl } = line;
    await follow(url);
    await follow(url);
    const admin = await joinByHttp(consoleUrl, line.output(), 'Admin');
    const hire = async (name: string) => {
      const link = await inviteByHttp(consoleUrl, admin, ['editor']);
      return at(consoleUrl, (await joinByHttp(consoleUrl, link, name)).cookie);
    };
    const [ada, ben] = [await hire('Ada'), await hire('Ben')];
    const [law] = ((await ada('GET', '/api/occurrences?from=2026-01-01&to=2028-01-01')).body['items'] ??
      []) as Row[];
    const { id } = law as { id: string };
    const path = `/api/occurrences/${id}`;
    const texts = { zh: { title: '教育日', body: '内容。' }, en: { title: 'Day', body: 'Words of Ada.' } };
    const ways = { mass: { tag: null }, account: false, mini: false };
    expect((await ada('PUT', path, { revision: 1, texts, ways })).status).toBe(200);
    expect((await ada('POST', `${path}/steps`, { revision: 2, step: 'submit' })).status).toBe(200);
    const approval = { revision: 3, step: 'approve', checks: noticeChecks };
    expect((await ada('POST', `${path}/steps`, approval)).body).toMatchObject({ code: 'notice.own_review' });
    const approved = await ben('POST', `${path}/steps`, approval);
    expect(approved.body).toMatchObject({ state: 'scheduled', problems: [], budget: { most: 4 } });

    const feed = await ada('POST', '/api/notices/feed');
    const calendar = await fetch(String(feed.body['url']));
    expect([calendar.status, await calendar.text()]).toEqual([200, expect.stringContaining(`UID:${id}@`)]);
    expect((await at(consoleUrl, '')('GET', '/api/occurrences')).status).toBe(401);

    const env = { PORT: new URL(url).port, CONSOLE_PORT: new URL(consoleUrl).port };
    const rows = rowsOf(await run(data, ['preview', '--months', '12', '--json'], env));
    expect(rows.find(({ text }) => (text as { en: { title: string } }).en.title === 'Day')).toMatchObject({
      ...{ recipients: 2, audience: 'all followers' },
      text: texts,
    });
    const shown = await run(data, ['preview', '--months', '12'], env);
    expect(shown.out).toMatch(/\(confirmed\)/);
    expect(shown.out).toMatch(/^\d{4}-\d\d: 0 sent and 1 confirmed of 4 mass messages$/m);
  } finally {
    await line.stop();
  }
  expect(line.output()).not.toMatch(/"level":50/);
}, 120_000);
