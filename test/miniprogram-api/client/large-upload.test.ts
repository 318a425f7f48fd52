import { expect, test } from '@jest/globals';
import { apiServer, type Fault } from '../../support/fakes/api-server.js';
import { seeded } from '../../support/line.js';
import { keptFile } from './kept-file.js';
import { clientWith, content, fileOf } from './set-up.js';

const about = { name: 'night.mp4', media: 'video' } as const;

test('30 MB arrive whole over a connection that breaks again and again', async () => {
  const server = apiServer();
  const chance = seeded(30);
  const byte = (): number => chance(1)[0] ?? 0;
  const faults: readonly Fault[] = ['drop', 'lose', 'html', 'cut', { status: 502 }];
  let bytes = 0;
  server.state.faults = ({ body }) => {
    // after every two and a half megabytes, and one request in three besides
    bytes += body?.length ?? 0;
    if (bytes > 2_500_000) {
      bytes = 0;
      return 'drop';
    }
    return byte() < 85 ? (faults[byte() % faults.length] ?? null) : null;
  };
  const { client } = clientWith({ server });
  const report = client.begin();
  const source = fileOf(30_000_000);
  const upload = report.addFile(source, about);
  for (let sent = false; !sent;)
    try {
      await report.send(content);
      sent = true;
    } catch {
      if (upload.state === 'failed') upload.retry();
    }
  expect(server.reports.byId.size).toBe(1);
  expect(server.evidence.stored()).toBeGreaterThan(29);
  expect(Buffer.compare(keptFile(server), source.bytes)).toBe(0);
}, 120_000);
