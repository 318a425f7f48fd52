import { describe, expect, test } from '@jest/globals';
import { ApiError, FilesUnfinished, NoConnection, Stopped } from '../../../miniprogram-api/client/errors.js';
import { type apiServer, type Fault } from '../../support/fakes/api-server.js';
import { openJson } from '../../support/fakes/api-reports.js';
import { clientWith, content, fileOf, turn, until } from './set-up.js';

const reportPath = '/api/v1/reports';
const bodiesOf = ({ requests }: ReturnType<typeof apiServer>) =>
  requests.filter(({ path }) => path === reportPath).map(({ body }) => body);

/** The fault for the first so many reports that are sent. */
const first = (times: number, fault: Fault) => {
  let left = times;
  return ({ path }: { path: string }): Fault | null =>
    path === reportPath && (left -= 1) >= 0 ? fault : null;
};

const other = { ...content, answers: { ...content.answers, story: { words: 'it was another night' } } };

describe('sending', () => {
  test.each<Fault>(['drop', 'lose', 'html', 'empty', 'cut', { status: 500 }, { status: 502, code: 'x.y' }])(
    'tries again after %p, with the same bytes',
    async (fault) => {
      const { client, server } = clientWith();
      server.state.faults = first(3, fault);
      const sent = await client.begin().send(content);
      expect(sent.earlier).toBe(false);
      expect(server.reports.byId.size).toBe(1);
      expect(bodiesOf(server)).toHaveLength(4);
      expect(new Set(bodiesOf(server)).size).toBe(1);
    },
  );

  test.each<Fault>(['drop', 'lose', 'html', 'empty', 'cut', { status: 404 }, { status: 511 }])(
    'gives up on %p with NoConnection, keeps everything, and sends the same bytes when it is called again',
    async (fault) => {
      const { client, server } = clientWith();
      const report = client.begin();
      server.state.faults = first(6, fault);
      await expect(report.send(content)).rejects.toBeInstanceOf(NoConnection);
      await report.send(content);
      expect(bodiesOf(server)).toHaveLength(7);
      expect(new Set(bodiesOf(server)).size).toBe(1);
      expect(server.reports.byId.size).toBe(1);
    },
  );

  test('gives up a request that hangs, after half a minute of no answer', async () => {
    const { client, server, time } = clientWith();
    server.state.faults = first(1, 'hang');
    const sending = client.begin().send(content);
    await until(() => bodiesOf(server).length > 0);
    const hanging = server.requests.at(-1);
    expect(hanging?.stop?.stopped).toBe(false);
    time.pass(30_000);
    await sending;
    expect(hanging?.stop?.stopped).toBe(true);
    expect(bodiesOf(server)).toHaveLength(2);
  });

  test('waits as long as it is told to by 429, and no longer than a minute', async () => {
    const { client, server, time } = clientWith();
    server.state.faults = first(1, { status: 429, code: 'limit.requests', retryAfter: '17' });
    const began = time.now();
    await client.begin().send(content);
    expect(time.now() - began).toBeGreaterThanOrEqual(17_000);

    const strict = clientWith();
    strict.server.state.faults = first(9, { status: 429, code: 'limit.reports', retryAfter: '86400' });
    const refused = await strict.client
      .begin()
      .send(content)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'limit.reports', status: 429 });
    expect(bodiesOf(strict.server)).toHaveLength(1);
  });

  test('is refused at once where trying again would change nothing', async () => {
    for (const [status, code] of [
      [503, 'report.not_taken_here'],
      [422, 'report.malformed'],
    ] as const) {
      const { client, server } = clientWith();
      server.state.faults = first(9, { status, code });
      const refused = await client
        .begin()
        .send(content)
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ApiError);
      expect(refused).toMatchObject({ code, status });
      expect(bodiesOf(server)).toHaveLength(1);
    }
  });

  test('says that a proxy takes no request of this size', async () => {
    const { client, server } = clientWith();
    server.state.faults = first(9, { status: 413 });
    await expect(client.begin().send(content)).rejects.toMatchObject({ code: 'request.too_large' });
  });

  test('does not begin with more than the line takes', async () => {
    const { client, server } = clientWith();
    const large = { ...content, notes: ['x'.repeat(1_048_576)] };
    await expect(client.begin().send(large)).rejects.toMatchObject({ code: 'report.too_large' });
    expect(bodiesOf(server)).toEqual([]);
  });

  test('seals anew, under the same id, once the readers have changed', async () => {
    const { client, server } = clientWith();
    await client.line();
    server.line.admit('handler-1');
    await client.begin().send(content);
    const [before, after] = bodiesOf(server).map(
      (body) => JSON.parse(String(body)) as Record<string, unknown>,
    );
    expect(after?.['reportId']).toBe(before?.['reportId']);
    expect(after?.['envelopes']).toHaveLength(4);
    expect(before?.['envelopes']).toHaveLength(2);
    expect(server.reports.byId.size).toBe(1);
  });

  test('draws another receipt where the first is taken', async () => {
    const { client, server } = clientWith();
    server.state.takenProofs = 2;
    const { receipt } = await client.begin().send(content);
    expect(bodiesOf(server)).toHaveLength(3);
    expect(await client.open(receipt)).not.toBeNull();
  });

  test('gives the receipt of what had arrived, if the answers were changed after a lost answer', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    server.state.faults = first(6, 'lose');
    await expect(report.send(content)).rejects.toBeInstanceOf(NoConnection);
    const sent = await report.send(other);
    expect(sent.earlier).toBe(true);
    expect(server.reports.byId.size).toBe(1);
    expect(await client.open(sent.receipt)).not.toBeNull();
  });

  test('sends the changed answers, if what was sent before had not arrived', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    server.state.faults = first(6, 'drop');
    await expect(report.send(content)).rejects.toBeInstanceOf(NoConnection);
    expect((await report.send(other)).earlier).toBe(false);
    const [stored] = [...server.reports.byId.values()];
    const said = stored?.items[0] && JSON.stringify(openJson(stored, stored.items[0]));
    expect(said).toContain('another night');
  });

  test('called twice at once, or once more after it arrived, is one report', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const [a, b] = await Promise.all([report.send(content), report.send(content)]);
    expect(b).toEqual(a);
    expect(await report.send(content)).toEqual(a);
    expect(bodiesOf(server)).toHaveLength(1);
  });

  test('gets another ticket when the first ran out, and uploads again what was sent under it', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const upload = report.addFile(fileOf(1_200_000), { name: 'a.pdf', media: 'document' });
    await upload.done;
    server.tickets.open.clear();
    await report.send(content);
    const [stored] = [...server.reports.byId.values()];
    expect(stored?.files).toHaveLength(1);
    expect(server.evidence.files.size).toBe(2);
    expect(server.evidence.files.get(stored?.files[0] ?? '')?.complete).toBe(true);
  });

  test('asks for another challenge when one ran out', async () => {
    const { client, server } = clientWith();
    let refusals = 2;
    server.state.faults = ({ path, method }) =>
      method === 'POST' && path === '/api/v1/tickets' && (refusals -= 1) >= 0
        ? { status: 422, code: 'ticket.refused' }
        : null;
    await client.begin().send(content);
    expect(server.requests.filter(({ path }) => path === '/api/v1/tickets/challenge')).toHaveLength(3);
  });

  test('waits for a file that is under way', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const upload = report.addFile(fileOf(3_000_000), { name: 'a.mp4', media: 'video' });
    expect(upload.state).toBe('cleaning');
    await report.send(content);
    expect(upload.state).toBe('done');
    expect([...server.reports.byId.values()][0]?.files).toHaveLength(1);
  });

  test('leaves nothing out unless it is told to', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const upload = report.addFile(fileOf(10), { name: 'a.mp4', media: 'video' });
    upload.pause();
    const refused = await report.send(content).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FilesUnfinished);
    expect(refused).toMatchObject({ names: ['a.mp4'] });
    expect(bodiesOf(server)).toEqual([]);
    await report.send(content, { withoutUnfinished: true });
    expect([...server.reports.byId.values()][0]?.files).toEqual([]);
    expect(upload.state).toBe('failed');
    expect(upload.error).toBeInstanceOf(Stopped);
  });

  test('is over when it is wiped, also while it seals', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const sending = report.send(content);
    await until(() => server.requests.length === 2);
    report.wipe();
    await expect(sending).rejects.toBeInstanceOf(Stopped);
    await expect(report.send(content)).rejects.toBeInstanceOf(Stopped);
    expect(() => report.addFile(fileOf(1), { name: 'a', media: 'image' })).toThrow(Stopped);
    for (let i = 0; i < 50; i += 1) await turn();
    expect(bodiesOf(server)).toEqual([]);
  });
});
