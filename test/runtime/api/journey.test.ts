/** The typed client against the real API: what a phone or a browser does, over HTTP, on a real database. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openEverything } from '../../support/desk.js';
import { clientOverHttp, fileOf } from '../../support/client-over-http.js';
import { apiLine, type ApiLine } from './api-line.js';

let line: ApiLine;
beforeAll(async () => {
  line = await apiLine();
}, 60_000);
afterAll(() => line.close());

const answers = {
  category: { words: 'data', code: 'data' },
  what: { words: '上周三有人把客户名单发到国外' },
  when: { words: '上周三' },
  where: { words: '新区的办公楼' },
  who: { words: '林某' },
};

async function sendOne() {
  const client = clientOverHttp(line.url);
  const { graph } = await client.questions('zh');
  const report = client.begin();
  const upload = report.addFile(fileOf(1_500_000), { name: 'night.mp4', media: 'video' });
  const sent = await report.send({ graph, lang: 'zh', answers, notes: [] });
  return { client, report, upload, sent };
}

test('a report with a file is sent, opened with its receipt, added to, given another receipt and withdrawn', async () => {
  const { client, upload, sent } = await sendOne();
  expect(upload).toMatchObject({ state: 'done', sent: 1_500_000 });
  expect(sent.caseNumber).toMatch(/^\d{8}$/);
  const thread = await client.open(sent.receipt);
  expect(thread).toMatchObject({
    ...{ caseNumber: sent.caseNumber, state: 'received', receivedOn: sent.createdOn, dueOn: sent.dueOn },
    ...{ additions: 0, mayAdd: true, mayWithdraw: true, mayDispute: false, messages: [] },
  });
  await thread?.add('还有一件事');
  thread?.addFile(fileOf(10_000), { name: 'a.pdf', media: 'document' });
  await thread?.files[0]?.done;
  await thread?.refresh();
  expect(thread?.additions).toBe(2);
  const next = (await thread?.changeReceipt()) ?? '';
  expect(await client.open(sent.receipt)).toBeNull();
  const again = await client.open(next);
  expect(again?.caseNumber).toBe(sent.caseNumber);
  await again?.withdraw();
  await again?.refresh();
  expect(again).toMatchObject({ state: 'withdrawn', mayAdd: false, mayWithdraw: false });
  await expect(again?.dispute('no')).rejects.toMatchObject({ code: 'report.not_closed' });
  expect(line.failures).toEqual([]);
}, 60_000);

test('the desk reads it, and what the desk writes is verified on the device', async () => {
  const { client, sent } = await sendOne();
  const opened = await openEverything(line.core.data.path);
  const report = opened.find(({ caseNumber }) => caseNumber === sent.caseNumber);
  expect(report?.items.map(({ purpose, bytes }) => [purpose, bytes !== null])).toEqual([
    ['answers', true],
    ['person', true],
    ['file', true],
  ]);
  const thread = await client.open(sent.receipt);
  expect(thread?.messages).toEqual([]);
}, 60_000);
