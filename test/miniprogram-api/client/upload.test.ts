import { describe, expect, test } from '@jest/globals';
import { NoConnection } from '../../../miniprogram-api/client/errors.js';
import type { FileUpload } from '../../../miniprogram-api/client/file-upload.js';
import { partSize } from '../../../vault/evidence.js';
import { type apiServer } from '../../support/fakes/api-server.js';
import { keptFile } from './kept-file.js';
import { clientWith, content, fileOf, turn, until } from './set-up.js';

const about = { name: 'night.mp4', media: 'video' } as const;
const puts = ({ requests }: ReturnType<typeof apiServer>) =>
  requests.filter(({ method }) => method === 'PUT');
const evidence = (path: string): boolean => path.includes('/evidence');

/** The states that an upload goes through, without repetitions. */
function statesOf(upload: FileUpload): string[] {
  const states: string[] = [upload.state];
  upload.onChange(() => {
    if (states.at(-1) !== upload.state) states.push(upload.state);
  });
  return states;
}

describe('an upload', () => {
  test('is cleaned, sealed and uploaded, and tells so', async () => {
    const { client, server } = clientWith();
    const upload = client.begin().addFile(fileOf(2 * partSize + 5), about);
    const states = statesOf(upload);
    const sent: number[] = [];
    upload.onChange(() => sent.push(upload.sent));
    await upload.done;
    expect(states).toEqual(['cleaning', 'sealing', 'uploading', 'done']);
    expect(upload.sent).toBe(2 * partSize + 5);
    expect(sent.toSorted((a, b) => a - b)).toEqual(sent);
    expect(new Set(sent).size).toBeGreaterThan(2);
    expect(puts(server)).toHaveLength(3);
  });

  test('sends what the cleaning made of it', async () => {
    const clean = async () => ({ source: fileOf(7), cleaned: 'cleaned' as const });
    const { client, server } = clientWith({ options: { clean } });
    const report = client.begin();
    const upload = report.addFile(fileOf(100), { name: 'a.jpg', media: 'image' });
    expect(upload).toMatchObject({ cleaned: null, size: 100 });
    await report.send(content);
    expect(upload).toMatchObject({ cleaned: 'cleaned', size: 7, sent: 7 });
    expect(Buffer.compare(keptFile(server), fileOf(7).bytes)).toBe(0);
  });

  test('fails where the cleaning fails, and cleans again when it is tried again', async () => {
    let times = 0;
    const clean = async () => {
      times += 1;
      if (times === 1) throw new Error('damaged');
      return { source: fileOf(7), cleaned: 'unchanged' as const };
    };
    const { client, server } = clientWith({ options: { clean } });
    const upload = client.begin().addFile(fileOf(100), about);
    await until(() => upload.state === 'failed');
    expect(upload.error?.message).toBe('damaged');
    expect(puts(server)).toEqual([]);
    upload.retry();
    await upload.done;
  });

  test('has two parts in memory at most, whatever number of files is under way', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    let [inside, most] = [0, 0];
    const { request } = server;
    const counting = clientWith({
      server,
      request: async (asked) => {
        const isPart = asked.method === 'PUT';
        if (isPart) most = Math.max(most, (inside += 1));
        for (let i = 0; i < 4; i += 1) await turn();
        const answer = await request(asked);
        if (isPart) inside -= 1;
        return answer;
      },
    });
    const counted = counting.client.begin();
    const uploads = [1, 2, 3].map((n) => counted.addFile(fileOf(3 * partSize, n), about));
    await Promise.all(uploads.map(({ done }) => done));
    expect(most).toBe(2);
    expect(report.files()).toEqual([]);
  });

  test('pauses at once, and resumes with what is missing only', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const upload = report.addFile(fileOf(5 * partSize), about);
    await until(() => upload.sent >= 2 * partSize);
    upload.pause();
    expect(upload.state).toBe('paused');
    for (let i = 0; i < 30; i += 1) await turn();
    const before = puts(server).length;
    expect(before).toBeLessThan(5);
    const begun = server.requests.filter(({ path }) => path.endsWith('/evidence')).length;
    upload.resume();
    await report.send(content);
    expect(server.requests.filter(({ path }) => path.endsWith('/evidence'))).toHaveLength(begun + 1);
    expect(server.evidence.stored()).toBe(5);
    expect(Buffer.compare(keptFile(server), fileOf(5 * partSize).bytes)).toBe(0);
  });

  test('stops the request that it paused', async () => {
    const { client, server } = clientWith();
    server.state.faults = ({ method }) => (method === 'PUT' ? 'hang' : null);
    const upload = client.begin().addFile(fileOf(10), about);
    await until(() => puts(server).length === 1);
    upload.pause();
    expect(puts(server)[0]?.stop?.stopped).toBe(true);
    server.state.faults = () => null;
    upload.resume();
    await upload.done;
  });

  test('fails without a connection, and goes on from there when it is tried again', async () => {
    const { client, server } = clientWith();
    const upload = client.begin().addFile(fileOf(4 * partSize), about);
    const states = statesOf(upload);
    await until(() => upload.sent >= partSize);
    server.state.faults = ({ path }) => (evidence(path) ? 'drop' : null);
    await until(() => upload.state === 'failed');
    expect(upload.error).toBeInstanceOf(NoConnection);
    const had = upload.sent;
    expect(had).toBeGreaterThanOrEqual(partSize);
    server.state.faults = () => null;
    upload.retry();
    expect(upload.error).toBeNull();
    await upload.done;
    expect(states).toEqual(['cleaning', 'sealing', 'uploading', 'failed', 'sealing', 'uploading', 'done']);
    expect(server.evidence.stored()).toBe(4);
  });

  test('completes although the answer to a part was lost: a part has the same bytes each time', async () => {
    const { client, server } = clientWith();
    let n = 0;
    server.state.faults = ({ method }) => (method === 'PUT' && (n += 1) % 2 === 1 ? 'lose' : null);
    await client.begin().addFile(fileOf(3 * partSize), about).done;
    const bodies = puts(server).map(({ path, body }) =>
      [path, Buffer.from(body ?? '').toString('base64')].join(),
    );
    expect(bodies.length).toBeGreaterThan(3);
    expect(new Set(bodies).size).toBe(3);
  });

  test('has the same parts after a pause: what was stored under a lost answer is what it counts with', async () => {
    const { client, server } = clientWith();
    server.state.faults = ({ method }) => (method === 'PUT' ? 'lose' : null);
    const upload = client.begin().addFile(fileOf(2 * partSize), about);
    await until(() => server.evidence.stored() >= 2);
    upload.pause();
    server.state.faults = () => null;
    upload.resume();
    await upload.done;
    const complete = server.requests.filter(({ path }) => path.endsWith('/complete'));
    expect(complete).toHaveLength(1);
  });
});
