import { describe, expect, test } from '@jest/globals';
import { ApiError, FileChanged, Stopped } from '../../../miniprogram-api/client/errors.js';
import { partSize } from '../../../vault/evidence.js';
import { type apiServer } from '../../support/fakes/api-server.js';
import { keptFile } from './kept-file.js';
import { clientWith, content, fileOf, turn, until } from './set-up.js';

const about = { name: 'night.mp4', media: 'video' } as const;
const puts = ({ requests }: ReturnType<typeof apiServer>) =>
  requests.filter(({ method }) => method === 'PUT');
const evidence = (path: string): boolean => path.includes('/evidence');

describe('an upload that something happens to', () => {
  test('sends again what is missing or damaged', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const upload = report.addFile(fileOf(4 * partSize), about);
    let spoiled = false;
    server.state.faults = ({ path }) => {
      const [file] = [...server.evidence.files.values()];
      if (path.endsWith('/complete') && file && !spoiled) {
        spoiled = true;
        file.parts.delete(1);
        file.parts.get(2)?.fill(0, 100, 110);
      }
      return null;
    };
    await upload.done;
    expect(puts(server)).toHaveLength(6);
    await report.send(content);
    expect(Buffer.compare(keptFile(server), fileOf(4 * partSize).bytes)).toBe(0);
  });

  test('fails where parts stay damaged', async () => {
    const { client, server } = clientWith();
    server.state.faults = ({ path }) => {
      for (const file of server.evidence.files.values())
        if (path.endsWith('/complete')) file.parts.get(0)?.fill(0, 45, 50);
      return null;
    };
    const upload = client.begin().addFile(fileOf(10), about);
    await until(() => upload.state === 'failed');
    expect(upload.error).toMatchObject({ code: 'evidence.incomplete' });
  });

  test('never sends other bytes under a nonce that it has used', async () => {
    const { client, server } = clientWith();
    const source = fileOf(10);
    server.state.faults = ({ method }) => (method === 'PUT' ? 'drop' : null);
    const upload = client.begin().addFile(source, about);
    await until(() => upload.state === 'failed');
    const before = puts(server).length;
    source.bytes.fill(0);
    upload.retry();
    await until(() => upload.state === 'failed');
    expect(upload.error).toBeInstanceOf(FileChanged);
    expect(puts(server)).toHaveLength(before);
  });

  test('fails for a file that became shorter', async () => {
    const { client } = clientWith();
    const short = { size: 100, read: async () => new Uint8Array(99) };
    const upload = client.begin().addFile(short, about);
    await until(() => upload.state === 'failed');
    expect(upload.error).toBeInstanceOf(FileChanged);
  });

  test('is not begun for a file that is larger than the line takes', async () => {
    const { client, server } = clientWith();
    const upload = client.begin().addFile({ size: 31_457_281, read: async () => new Uint8Array(0) }, about);
    await until(() => upload.state === 'failed');
    expect(upload.error).toBeInstanceOf(ApiError);
    expect(upload.error).toMatchObject({ code: 'evidence.too_large' });
    expect(server.requests.filter(({ path }) => evidence(path))).toEqual([]);
  });

  test('cancelled, is out of the report and sends nothing more', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const upload = report.addFile(fileOf(5 * partSize), about);
    await until(() => puts(server).length > 0);
    report.removeFile(upload);
    await expect(upload.done).rejects.toBeInstanceOf(Stopped);
    expect(report.files()).toEqual([]);
    for (let i = 0; i < 5; i += 1) await turn(); // what had left already
    const before = puts(server).length;
    expect(before).toBeLessThan(5);
    upload.retry();
    upload.resume();
    for (let i = 0; i < 30; i += 1) await turn();
    expect(puts(server)).toHaveLength(before);
    expect(upload.state).toBe('failed');
    await report.send(content);
    expect([...server.reports.byId.values()][0]?.files).toEqual([]);
  });

  test('starts over where the line has lost it', async () => {
    const { client, server } = clientWith();
    const report = client.begin();
    const upload = report.addFile(fileOf(3 * partSize), about);
    await until(() => upload.sent >= partSize);
    server.evidence.files.clear();
    await report.send(content);
    expect(Buffer.compare(keptFile(server), fileOf(3 * partSize).bytes)).toBe(0);
  });

  test('of a thread is added once, although the answer to the addition was lost', async () => {
    const { client, server } = clientWith();
    const thread = await client.open((await client.begin().send(content)).receipt);
    server.state.faults = ({ method, path }) =>
      method === 'POST' && path.endsWith('/messages') ? 'lose' : null;
    const upload = thread?.addFile(fileOf(10), about);
    await until(() => upload?.state === 'failed');
    server.state.faults = () => null;
    upload?.retry();
    await upload?.done;
    const [stored] = [...server.reports.byId.values()];
    expect(stored?.items.filter(({ purpose }) => purpose === 'addition')).toHaveLength(1);
    expect(puts(server)).toHaveLength(1);
  });
});
