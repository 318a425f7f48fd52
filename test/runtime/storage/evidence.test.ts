/** A whole line whose sealed files lie in a bucket. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWhole } from '../../../runtime/backup/database.js';
import { writeBackup } from '../../../runtime/backup/write.js';
import { evidenceFolder } from '../../../runtime/storage/evidence.js';
import { clientOverHttp, fileOf } from '../../support/client-over-http.js';
import { s3Server, type S3Server } from '../../support/s3-server.js';
import { apiLine, type ApiLine } from '../api/api-line.js';

let server: S3Server;
let line: ApiLine;
beforeAll(async () => {
  server = await s3Server();
  const { bucket, endpoint, region, accessKeyId, secretAccessKey } = server.place;
  line = await apiLine({
    ...{ EVIDENCE_STORE: `s3://${bucket}`, AWS_ENDPOINT_URL: endpoint, AWS_REGION: region },
    ...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
  });
}, 60_000);
afterAll(async () => {
  await line.close();
  await server.close();
});

test('a file from a device lies there in sealed parts, stays once its report is sent, and is in no folder', async () => {
  const client = clientOverHttp(line.url);
  const { graph } = await client.questions('zh');
  const report = client.begin();
  report.addFile(fileOf(1_500_000), { name: 'night.mp4', media: 'video' });
  const answers = {
    ...{ category: { words: 'data', code: 'data' }, what: { words: '名单' }, when: { words: '上周三' } },
    ...{ where: { words: '新区' }, who: { words: '林某' } },
  };
  await report.send({ graph, lang: 'zh', answers, notes: [] });
  const today = line.core.clock.today();
  const keys = [...server.objects.keys()];
  expect(keys.length).toBeGreaterThan(1);
  for (const key of keys) expect(key).toMatch(new RegExp(`^new/[0-9a-f]{32}\\.\\d\\.settled\\.${today}$`));
  for (const bytes of server.objects.values()) expect(bytes[0]).toBe(1);
  expect(await line.core.storage.evidence.burn('2999-01-01')).toBe(0);
  expect(existsSync(line.core.data.evidence)).toBe(false);
  expect(line.failures).toEqual([]);
}, 60_000);

test('a backup has the reports and no file of the bucket', async () => {
  const { config, data, line: keys, random, clock } = line.core;
  if (keys === null) throw new Error('the line has no keys');
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  const whole = await openWhole(config, data);
  const evidence = evidenceFolder(config, data);
  expect(evidence).toBeNull();
  const made = await writeBackup({
    ...{
      line: keys,
      folder,
      db: whole.db,
      evidence,
      today: clock.today(),
      random,
      progress: () => undefined,
    },
  });
  await whole.close();
  await rm(folder, { recursive: true });
  expect([made.files, made.documents > 0]).toEqual([0, true]);
});

test('files that burned while the bucket was away are storage.unavailable, and burn the next time', async () => {
  const { evidence } = line.core.storage;
  await evidence.put('2026-01-01', 'ab'.repeat(16), 0, Uint8Array.of(1));
  server.faults.push(403);
  await expect(evidence.burn('2026-01-02')).rejects.toMatchObject({ code: 'storage.unavailable' });
  expect(await evidence.burn('2026-01-02')).toBe(1);
});
