/** Sealed files in S3: on a server of the test's own, and on the one that S3_URI_TEST names (http://KEY:SECRET@host:port/bucket). */
import { afterEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DomainError } from '../../domain/errors.js';
import { createEvidenceS3 } from '../../models/evidence-s3.store.js';
import { createS3Bucket, type S3Place } from '../../models/s3-bucket.js';
import { describeEvidenceContract } from '../support/contracts/evidence.contract.js';
import { s3Server, type S3Server } from '../support/s3-server.js';

const servers: S3Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const random = (n: number): Uint8Array => new Uint8Array(randomBytes(n));
const waits: number[] = [];
function storeOn(place: S3Place, today = () => '2026-11-22') {
  const clock = { now: () => Date.now(), today };
  const wait = async (ms: number): Promise<void> => void waits.push(ms);
  const bucket = createS3Bucket(place, { clock, wait });
  return { bucket, store: createEvidenceS3({ bucket, clock, random }) };
}

async function setUp() {
  const server = await s3Server();
  servers.push(server);
  let today = '2026-11-22';
  return { server, ...storeOn(server.place, () => today), on: (day: string) => void (today = day) };
}

const file = 'ab'.repeat(16);

describeEvidenceContract('S3', async () => (await setUp()).store);
describeEvidenceContract('S3 in pages of two', async () => {
  const { server, store } = await setUp();
  server.pageSize = 2;
  return store;
});

const named = process.env['S3_URI_TEST'];
if (named !== undefined)
  describeEvidenceContract('the S3 server that is named', async () => {
    const url = new URL(named);
    const { bucket, store } = storeOn({
      ...{ endpoint: url.origin, bucket: url.pathname.slice(1), region: 'us-east-1' },
      ...{ accessKeyId: url.username, secretAccessKey: url.password },
    });
    for (const key of await bucket.list('')) await bucket.remove(key);
    return store;
  });

describe('evidence in S3', () => {
  test('objects are named by file, part and day, and come to their last place in the night', async () => {
    const { server, store, on } = await setUp();
    await store.put('2026-11-25', file, 0, Uint8Array.of(1));
    expect([...server.objects.keys()]).toEqual([`new/${file}.0.pending.2026-11-25`]);
    await store.settle('2026-11-25', file);
    expect([...server.objects.keys()]).toEqual([`new/${file}.0.settled.2026-11-22`]);
    expect(await store.settleTimes('2026-11-22')).toBe(0);
    on('2026-11-23');
    expect(await store.settleTimes('2026-11-23')).toBe(1);
    expect(await store.settleTimes('2026-11-24')).toBe(0);
    expect([...server.objects.keys()]).toEqual([`ab/${file}.0`]);
    expect(await store.get(file, 0)).toEqual(Uint8Array.of(1));
  });

  test('the order in which they are written in the night is drawn', async () => {
    const orders = new Set<string>();
    const { server, store } = await setUp();
    for (let round = 0; round < 8; round += 1) {
      const ids = Array.from({ length: 6 }, (_, n) => `aa${String(n)}`.padEnd(32, '0'));
      for (const id of ids) {
        await store.put('2026-11-25', id, 0, Uint8Array.of(1));
        await store.settle('2026-11-25', id);
      }
      server.asked.length = 0;
      await store.settleTimes('2026-11-23');
      const puts = server.asked.filter((line) => line.startsWith('PUT aa/'));
      expect(puts).toHaveLength(6);
      orders.add(puts.map((line) => line[9]).join(''));
      server.objects.clear();
    }
    expect(orders.size).toBeGreaterThan(1); // one order eight times: 1 in 720^7
  });

  test('settling and the night that stopped half-way are finished by the next, and lose nothing on the way', async () => {
    for (let cut = 1; cut <= 6; cut += 1) {
      const { server, store } = await setUp();
      const bytes = [Uint8Array.of(1), Uint8Array.of(2)];
      for (const n of [0, 1]) await store.put('2026-11-25', file, n, bytes[n] ?? new Uint8Array());
      const errand = async (): Promise<void> => {
        await store.settle('2026-11-25', file);
        await store.settleTimes('2026-11-23');
      };
      server.refuseAfter = server.asked.length + cut;
      await expect(errand()).rejects.toMatchObject({ code: 'storage.unavailable' });
      server.refuseAfter = Infinity;
      expect([await store.get(file, 0), await store.get(file, 1)]).toEqual(bytes);
      await errand();
      expect([...server.objects.keys()].sort()).toEqual([`ab/${file}.0`, `ab/${file}.1`]);
      expect([await store.get(file, 0), await store.get(file, 1)]).toEqual(bytes);
    }
  });

  test('objects of somebody else’s in the bucket stay as they are', async () => {
    const { server, store } = await setUp();
    const theirs = ['new/notes.txt', `new/${file}.0.pending.someday`, `new/${file}.0.other.2026-11-01`];
    for (const key of theirs) server.objects.set(key, Uint8Array.of(7));
    await store.put('2026-11-21', 'cd'.repeat(16), 0, Uint8Array.of(1));
    expect([await store.burn('2026-11-22'), await store.settleTimes('2026-11-23')]).toEqual([1, 0]);
    expect([...server.objects.keys()]).toEqual(theirs);
  });

  test('a server that stumbles is asked again, and a copy that fails in its answer is none', async () => {
    const { server, store } = await setUp();
    waits.length = 0;
    server.faults.push(503, 'reset');
    await store.put('2026-11-25', file, 0, Uint8Array.of(1));
    expect(waits).toEqual([400, 600]);
    expect(await store.get(file, 0)).toEqual(Uint8Array.of(1));
    await store.parts('2026-11-25', file);
    const { bucket } = storeOn(server.place);
    server.faults.push('error-200');
    await expect(bucket.copy(`new/${file}.0.pending.2026-11-25`, 'x')).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
  });

  test.each([
    ['refuses', (server: S3Server) => void server.faults.push(403), 'S3: status 403'],
    ['is down', (server: S3Server) => void server.faults.push(500, 500, 500), 'S3: status 500'],
    [
      'says nothing',
      (server: S3Server) => void server.faults.push('reset', 'reset', 'reset'),
      'S3: no answer',
    ],
  ])(
    'one that %s is storage.unavailable, and no address, key or name is in the error',
    async (_how, fault, said) => {
      const { server, store } = await setUp();
      fault(server);
      const error: unknown = await store
        .put('2026-11-25', file, 0, Uint8Array.of(1))
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'storage.unavailable', cause: { message: said } });
      expect((error as Error).stack).not.toMatch(/abab|127\.0\.0\.1|sealed-files/);
      expect(server.objects.size).toBe(0);
    },
  );

  test('a bucket that is not there, and another secret, keep nothing and find nothing', async () => {
    const { server } = await setUp();
    const noBucket = storeOn({ ...server.place, bucket: 'elsewhere' }).store;
    const noKey = storeOn({ ...server.place, secretAccessKey: 'other' }).store;
    for (const store of [noBucket, noKey]) {
      const unavailable = { code: 'storage.unavailable' };
      await expect(store.put('2026-11-25', file, 0, Uint8Array.of(1))).rejects.toMatchObject(unavailable);
      await expect(store.get(file, 0)).rejects.toMatchObject(unavailable);
    }
    expect(server.objects.size).toBe(0);
  });

  test.each(['../../etc/passwd', 'AB'.repeat(16), 'ab', ''])('%j is no file', async (id) => {
    const { server, store } = await setUp();
    await expect(store.get(id, 0)).rejects.toThrow(new DomainError('evidence.unreadable'));
    await expect(store.put('2026-11-25', id, 0, Uint8Array.of(1))).rejects.toThrow(DomainError);
    await expect(store.put('../x', file, 0, Uint8Array.of(1))).rejects.toThrow(DomainError);
    expect(server.asked).toEqual([]);
  });
});
