import { describe, expect, test } from '@jest/globals';
import { openPart } from '../../../vault/evidence.js';
import { fromBase64url } from '../../../vault/bytes.js';
import { noble } from '../../../vault/noble.js';
import { apiServer } from '../../support/fakes/api-server.js';
import { openJson, type StoredReport } from '../../support/fakes/api-reports.js';
import { sodium } from '../../vault/support.js';
import { answers, clientWith, content, fileOf, strange } from './set-up.js';

const only = (reports: ReadonlyMap<string, StoredReport>): StoredReport => {
  const [report, ...more] = [...reports.values()];
  if (!report || more.length > 0) throw new Error(`there are ${more.length + (report ? 1 : 0)} reports`);
  return report;
};

const itemsOf = (report: StoredReport, purpose: string) =>
  report.items.filter((item) => item.purpose === purpose).map((item) => openJson(report, item));

describe('a report', () => {
  test('arrives as the answers, the name, the contact and each file apart, in the forms of the chat', async () => {
    const { client, server } = clientWith();
    const line = await client.line();
    const { graph } = await client.questions('zh');
    const report = client.begin();
    const source = fileOf(2_500_000);
    const upload = report.addFile(source, { name: 'night.mp4', media: 'video' });
    const sent = await report.send({ ...content, graph });
    const stored = only(server.reports.byId);

    expect(line).toMatchObject({
      takesReports: true,
      today: '2026-12-01',
      readers: [{ handlerId: 'recovery' }],
    });
    expect(sent).toEqual({
      ...{ caseNumber: stored.caseNumber, createdOn: '2026-12-01', dueOn: '2026-12-08', earlier: false },
      receipt: expect.stringMatching(/^\d{20}$/),
    });
    expect(itemsOf(stored, 'answers')).toEqual([
      {
        ...{ v: 1, graph: 'g1', lang: 'zh', notes: ['and one more thing'] },
        answers: [
          { id: 'category', kind: 'choice', ...answers['category'] },
          { id: 'story', kind: 'story', ...answers['story'] },
          { id: 'when', kind: 'moment', ...answers['when'] },
          { id: 'agree', kind: 'consent', ...answers['agree'] },
        ],
      },
    ]);
    expect(itemsOf(stored, 'person')).toEqual([{ v: 1, id: 'who', kind: 'person', words: '张三' }]);
    expect(itemsOf(stored, 'contact')).toEqual([
      { v: 1, id: 'reach', kind: 'contact', words: '13800000000' },
    ]);
    expect(itemsOf(stored, 'file')).toEqual([
      {
        ...{ v: 1, media: 'video', file: stored.files[0], key: expect.any(String), type: 'video/mp4' },
        ...{ size: 2_500_000, name: 'night.mp4', cleaned: expect.any(String) },
      },
    ]);
    expect(upload).toMatchObject({ state: 'done', sent: 2_500_000, size: 2_500_000 });
  });

  test('brings its files so that they open again with the key that it carries', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const source = fileOf(2_500_000);
    report.addFile(source, { name: 'a', media: 'document' });
    await report.send(content);
    const stored = only(server.reports.byId);
    const [file = ''] = stored.files;
    const [facts] = itemsOf(stored, 'file');
    const key = fromBase64url(String(facts?.['key'])) ?? new Uint8Array(0);
    const kept = server.evidence.files.get(file);
    const opened = [0, 1, 2].map((n) =>
      openPart(
        sodium,
        key,
        { reportId: stored.reportId, fileId: file, n, total: 3 },
        kept?.parts.get(n) ?? key,
      ),
    );
    expect(Buffer.compare(Buffer.concat(opened.map((part) => part ?? key)), source.bytes)).toBe(0);
  });

  test('holds no word in clear in any request, and the receipt is in none', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    report.addFile(fileOf(100), { name: '张三的照片.txt', media: 'document' });
    const { receipt } = await report.send(content);
    await client.open(receipt);
    const whole = JSON.stringify(server.requests.map(({ path, headers, body }) => [path, headers, body]));
    for (const word of ['发射场', '张三', '13800000000', 'one more thing', receipt, receipt.slice(0, 19)])
      expect(whole).not.toContain(word);
  });

  test('is the same bytes from either backend, drawn from the same randomness', async () => {
    const server = apiServer();
    const sent = [];
    for (const backend of [sodium, noble])
      sent.push(await clientWith({ backend, server }).client.begin().send(content));
    const bodies = server.requests.filter(({ path }) => path === '/api/v1/reports').map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toBe(bodies[0]);
    expect(sent[1]).toEqual(sent[0]);
  });
});

describe('a thread', () => {
  test('shows state and signed messages, takes additions, answers and files, and withdraws', async () => {
    const { client, server } = clientWith();
    const sent = await client.begin().send(content);
    const stored = only(server.reports.byId);
    const ids = ['first', 'second', 'third'].map((text) => server.threads.reply(stored.reportId, text));
    const asked = server.threads.reply(stored.reportId, 'Which gate?', {
      question: { kind: 'choice', choices: ['north', 'south'] },
    });
    const thread = await client.open(sent.receipt.replace(/(.{4})/g, '$1 '));
    expect(thread).toMatchObject({
      caseNumber: stored.caseNumber,
      state: 'received',
      mayAdd: true,
      additions: 0,
    });
    expect(thread?.messages).toEqual([
      ...ids.map((id, i) => ({
        ...{ id, day: '2026-12-01', text: ['first', 'second', 'third'][i], verified: true, question: null },
      })),
      {
        ...{ id: asked, day: '2026-12-01', text: 'Which gate?', verified: true },
        question: { kind: 'choice', choices: ['north', 'south'] },
      },
    ]);
    await thread?.add('north', asked);
    await thread?.addFile(fileOf(1_500_000), { name: 'x.jpg', media: 'image' }).done;
    expect(itemsOf(stored, 'addition')).toEqual([
      { v: 1, text: 'north', answers: asked },
      expect.objectContaining({ v: 1, media: 'image', size: 1_500_000, name: 'x.jpg', type: 'image/jpeg' }),
    ]);
    expect(thread?.additions).toBe(2);
    await thread?.withdraw();
    expect(stored.state).toBe('withdrawn');
    expect(thread).toMatchObject({ state: 'withdrawn', mayAdd: false });
  });

  test('shows what nobody of the line signed as not verified, and leaves out what does not open', async () => {
    const { client, server } = clientWith();
    const sent = await client.begin().send(content);
    const { reportId, replies } = only(server.reports.byId);
    server.threads.reply(reportId, 'forged', { seed: new Uint8Array(32).fill(1) });
    server.threads.reply(reportId, 'in another name', { by: 'nobody', seed: new Uint8Array(32).fill(1) });
    server.threads.reply(reportId, 'garbled');
    const garbled = replies.at(-1);
    if (garbled) garbled.box = `${garbled.box.slice(0, -4)}AAAA`;
    const thread = await client.open(sent.receipt);
    expect(thread?.messages.map(({ text, verified }) => [text, verified])).toEqual([
      ['forged', false],
      ['in another name', false],
    ]);
  });

  test('opens with the new receipt alone once it was changed', async () => {
    const { client } = clientWith();
    const sent = await client.begin().send(content);
    const thread = await client.open(sent.receipt);
    const receipt = await thread?.changeReceipt();
    expect(receipt).toMatch(/^\d{20}$/);
    expect(await client.open(sent.receipt)).toBeNull();
    expect((await client.open(receipt ?? ''))?.caseNumber).toBe(sent.caseNumber);
    await thread?.add('the old token is gone, the thread goes on');
    expect(thread?.additions).toBe(1);
  });

  test('is not asked for by what is no receipt', async () => {
    const { client, server } = clientWith();
    expect(await client.open('1234 5678')).toBeNull();
    expect(await client.open('12345678901234567899')).toBeNull();
    expect(server.requests).toEqual([]);
    expect(await client.open(strange)).toBeNull();
  });

  test('goes on when its token ran out', async () => {
    const { client, server } = clientWith();
    const thread = await client.open((await client.begin().send(content)).receipt);
    server.threads.expireTokens();
    await thread?.add('still here');
    server.threads.expireTokens();
    await thread?.addFile(fileOf(10), { name: 'a.txt', media: 'document' }).done;
    await thread?.refresh();
    expect(thread?.additions).toBe(2);
  });
});
