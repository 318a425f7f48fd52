/** Staff are told by a real mail server and a real web hook, through the line's own stores and clockwork. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { someArticle } from '../../support/articles.js';
import { freePort } from '../../support/running-line.js';
import { someReport } from '../../support/contracts/reports.contract.js';
import { handClock } from '../../support/fakes/clock.js';
import { folders, hour, openLine, type HandClock } from './lines.js';

const place = folders();
const minute = 60_000;
let ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.reverse()) await end();
  ending = [];
});
afterAll(() => {
  place.remove();
});

let n = 0;
async function lineWith(settings: Readonly<Record<string, string>>, start = '2026-11-22T10:20:00+08:00') {
  const line = await openLine(place.at(`line-${(n += 1)}`), { clock: handClock(start), settings });
  ending.push(line.close);
  const reports = () => line.core.storage.reports;
  return {
    ...line,
    /** Ticks for so long: the lines of this file have missed most minutes. */
    async passes(ms: number, step = 5 * minute): Promise<void> {
      for (let passed = 0; passed < ms; passed += step) {
        await line.tick();
        line.clock.advance(step);
      }
    },
    comes: (report = someReport()) => reports().insert(report),
    letters: async () => (await line.core.upkeep.letters.list(null, 50)).items,
  };
}

const timeOf = (clock: HandClock): string => new Date(clock.now() + 8 * hour).toISOString().slice(11, 16);

/** A mail server; `got` is when each mail came, by the line's clock, and what it was about. */
async function mailbox(port: number, clock: () => HandClock) {
  const got: string[] = [];
  const ids: string[] = [];
  const smtp = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData(stream, _session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        const [, id = '', kind = ''] = /^Message-ID:\s+<(alert\.(\w+)\.[^@]+)@/im.exec(raw) ?? [];
        ids.push(id);
        got.push(`${timeOf(clock())} ${kind}`);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  smtp.listen(port, '127.0.0.1');
  await once(smtp.server, 'listening');
  const close = () =>
    new Promise<void>((closed) => {
      smtp.close(closed);
    });
  ending.push(close);
  return { got, ids, close };
}

const mailTo = (port: number) => ({
  STAFF_SMTP_URL: `smtp://127.0.0.1:${port}?from=line@example.org&to=ann@example.org`,
});

test('work is told on the hour, once, and again when the desk was empty and something new came', async () => {
  const port = await freePort();
  const { got, ids } = await mailbox(port, () => line.clock);
  const line = await lineWith(mailTo(port));
  await line.passes(5 * minute);
  const first = someReport();
  await line.comes(first);
  await line.passes(3 * hour);
  expect(got).toEqual(['11:00 work']);
  await line.core.storage.reports.move(first.id, ['received'], 'read');
  await line.passes(hour);
  await line.comes();
  await line.passes(2 * hour);
  expect(got).toEqual(['11:00 work', '15:00 work']);
  expect(await line.letters()).toEqual([]);
  // nothing that was told is kept: it would tell the hour in which something came
  const { outbox } = line.core.storage;
  for (const id of ids)
    expect(await outbox.put({ id, kind: 'm', to: null, code: 'c', params: {} }, 0)).toBe(true);
}, 60_000);

test('an addition to a report that was read is work, and one to a report that is closed is none', async () => {
  const port = await freePort();
  const { got } = await mailbox(port, () => line.clock);
  const line = await lineWith(mailTo(port));
  await line.comes(someReport({ state: 'closed', unread: { desk: true, reporter: false } }));
  await line.comes(someReport({ state: 'read' }));
  await line.passes(hour);
  expect(got).toEqual([]);
  await line.comes(someReport({ state: 'read', unread: { desk: true, reporter: false } }));
  await line.passes(hour);
  expect(got).toEqual(['12:00 work']);
}, 60_000);

test('a mail server that is down: tried again with growing pauses, one mail when it is back', async () => {
  const port = await freePort();
  const line = await lineWith(mailTo(port));
  await line.comes();
  await line.passes(10 * minute, minute);
  expect(await line.letters()).toMatchObject([
    { code: 'alert.work', kind: 'staff-mail', state: 'waiting', reason: 'no-connection' },
  ]);
  // pauses are a tenth longer or shorter, and ticks come on the minute
  expect([3, 4]).toContain((await line.letters())[0]?.attempts);
  const { got } = await mailbox(port, () => line.clock);
  await line.passes(hour);
  expect([got.length, await line.letters()]).toEqual([1, []]);
}, 60_000);

test('several that waited for the mail to work again go out one an hour', async () => {
  const port = await freePort();
  const line = await lineWith(mailTo(port));
  const first = someReport();
  await line.comes(first);
  await line.passes(10 * minute);
  await line.core.storage.reports.move(first.id, ['received'], 'read');
  await line.passes(hour);
  await line.comes();
  await line.passes(35 * minute);
  expect(await line.letters()).toHaveLength(2);
  const { got } = await mailbox(port, () => line.clock);
  await line.passes(3 * hour);
  expect([got.length, await line.letters()]).toEqual([2, []]);
  const minutes = got.map((one) => Number(one.slice(0, 2)) * 60 + Number(one.slice(3, 5)));
  expect((minutes[1] ?? 0) - (minutes[0] ?? 0)).toBeGreaterThanOrEqual(60);
}, 60_000);

test('a mail server that stays down: a dead letter that says why, and a person tries it again', async () => {
  const port = await freePort();
  const line = await lineWith(mailTo(port));
  await line.comes();
  await line.passes(4 * hour);
  const [dead] = await line.letters();
  expect(dead).toMatchObject({ state: 'dead', attempts: 8, reason: 'no-connection' });
  const { got } = await mailbox(port, () => line.clock);
  await line.passes(hour);
  expect(got).toEqual([]);
  await line.core.upkeep.letters.retry('ann', dead?.id ?? '');
  await line.passes(minute);
  expect([got.length, await line.letters()]).toEqual([1, []]);
}, 60_000);

describe('a web hook', () => {
  test('hears what a held line says, and a job that keeps failing; each once a day', async () => {
    const bodies: unknown[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        bodies.push(JSON.parse(body));
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ending.push(
      () =>
        new Promise((closed) => {
          server.closeAllConnections();
          server.close(closed);
        }),
    );
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const line = await lineWith({ STAFF_WEBHOOK_URL: url }, '2026-11-22T23:50:00+08:00');
    const failed = { at: 1, ms: 1, found: 0, done: 0, failed: 1, failure: 'TypeError' };
    for (let i = 0; i < 3; i++) await line.core.storage.runs.record('read-figures', failed, false);
    await line.passes(5 * minute);
    const at = (iso: string) => ({ line: 'http://127.0.0.1:9', kind: 'job_failing', at: iso });
    expect(bodies).toEqual([at('2026-11-22T15:50:00.000Z')]);
    await line.passes(10 * minute);
    expect(bodies).toEqual([at('2026-11-22T15:50:00.000Z'), at('2026-11-22T16:00:00.000Z')]);
    await line.core.storage.lineMarks.replace({
      ...{ revision: 2, folders: [], hold: { since: 1, why: 'copied' } },
    });
    await line.passes(10 * minute);
    expect(bodies).toHaveLength(3);
    expect(bodies[2]).toMatchObject({ kind: 'held' });
  }, 60_000);
});

test('an article in doubt is told, and an unconfirmed year from 1 December on, each once a day', async () => {
  const port = await freePort();
  const { got } = await mailbox(port, () => line.clock);
  const line = await lineWith(mailTo(port), '2039-11-30T23:50:00+08:00');
  await line.core.storage.articles.insert(someArticle({ state: 'in_doubt' }));
  await line.passes(30 * minute);
  expect(got).toEqual([
    '23:50 send_in_doubt',
    ...['00:00 calendar_unconfirmed', '00:00 calendar_unconfirmed', '00:00 send_in_doubt'],
  ]);
}, 60_000);

test('a line that tells nobody has no job for it, and its outbox stays empty', async () => {
  const line = await lineWith({});
  await line.comes();
  await line.passes(2 * hour);
  expect(await line.letters()).toEqual([]);
  expect((await line.core.storage.runs.all()).map(({ job }) => job)).not.toContain('staff-alerts');
}, 60_000);
