import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { createUploadFiles, uploadBounds } from '../../../domain/evidence/upload-files.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryEvidence } from '../../support/fakes/evidence.js';
import { memoryUploads } from '../../support/fakes/uploads.js';

const id = 'ab'.repeat(16);
const partBytes = 1_048_576;
const name = (sealed: Uint8Array): string => `hash of ${String(sealed[0])}`;

function setUp() {
  const uploads = memoryUploads();
  const evidence = memoryEvidence();
  const clock = handClock('2026-12-01T10:00:00+08:00');
  const files = createUploadFiles({
    ...{ uploads, evidence, clock, partSizes: [partBytes], hash: name },
    isPart: (sealed) => sealed.length > 0,
  });
  return { uploads, evidence, clock, files };
}
type Line = ReturnType<typeof setUp>;

const file = (parts: number, of = id) => ({ id: of, parts, partBytes });
const refused = (code: ConstructorParameters<typeof DomainError>[0]) => new DomainError(code);
const bytes = (n: number): Uint8Array => Uint8Array.of(n);

async function whole({ files }: Line, parts: number, of = id): Promise<void> {
  await files.begin('mine', file(parts, of));
  for (let n = 0; n < parts; n += 1) await files.put('mine', of, n, bytes(n));
  await files.complete(
    'mine',
    of,
    Array.from({ length: parts }, (_, n) => name(bytes(n))),
  );
}

describe('a file on its way', () => {
  test('goes on where it was, whatever came twice or in another order', async () => {
    const { files } = setUp();
    expect(await files.begin('mine', file(3))).toMatchObject({ received: [] });
    for (const n of [2, 0, 2]) await files.put('mine', id, n, bytes(n));
    expect(await files.begin('mine', file(3))).toMatchObject({ received: [0, 2] });
  });

  test('is safe only when each part was read back and is what was sent', async () => {
    const { files, evidence } = setUp();
    await files.begin('mine', file(3));
    for (const n of [0, 1]) await files.put('mine', id, n, bytes(n));
    await evidence.put('2026-12-04', id, 1, bytes(9));
    const hashes = [0, 1, 2].map((n) => name(bytes(n)));
    await expect(files.complete('mine', id, hashes)).rejects.toMatchObject({
      ...{ code: 'evidence.incomplete', details: { missing: [2], damaged: [1] } },
    });
    for (const n of [1, 2]) await files.put('mine', id, n, bytes(n));
    await expect(files.complete('mine', id, hashes.slice(0, 2))).rejects.toMatchObject({
      details: { missing: [], damaged: [2] },
    });
    expect(await files.complete('mine', id, hashes)).toMatchObject({ complete: true, parts: 3 });
    expect(await files.complete('mine', id, [])).toMatchObject({ complete: true });
    await expect(files.put('mine', id, 0, bytes(8))).rejects.toThrow(refused('evidence.closed'));
  });

  test('is nobody else’s', async () => {
    const line = setUp();
    await whole(line, 1);
    const { files } = line;
    const unknown = refused('evidence.unknown');
    await expect(files.put('theirs', id, 0, bytes(0))).rejects.toThrow(unknown);
    await expect(files.complete('theirs', id, [])).rejects.toThrow(unknown);
    await expect(files.settle('theirs', [id])).rejects.toThrow(unknown);
    await expect(files.begin('theirs', file(1))).rejects.toThrow(refused('evidence.closed'));
    await expect(files.put('mine', 'cd'.repeat(16), 0, bytes(0))).rejects.toThrow(unknown);
  });

  test('keeps to its size, and a report to so many', async () => {
    const { files } = setUp();
    const most = uploadBounds.fileBytes / partBytes;
    await expect(files.begin('mine', file(most + 1))).rejects.toThrow(refused('evidence.too_large'));
    await expect(files.begin('mine', { ...file(1), partBytes: 7 })).rejects.toThrow(
      refused('evidence.too_large'),
    );
    for (let n = 0; n < uploadBounds.files; n += 1)
      await files.begin('mine', file(1, n.toString(16).padStart(32, '0')));
    await expect(files.begin('mine', file(1, 'f'.repeat(32)))).rejects.toThrow(refused('evidence.too_many'));
    await expect(files.begin('mine', file(2, '0'.repeat(32)))).rejects.toThrow(refused('evidence.closed'));
    await expect(files.put('mine', '0'.repeat(32), 1, bytes(1))).rejects.toThrow(refused('report.malformed'));
  });

  test('of many that are begun at once no more stay than a report may have', async () => {
    const { files, uploads } = setUp();
    const all = Array.from({ length: 30 }, (_, n) => n.toString(16).padStart(32, '0'));
    const begun = await Promise.allSettled(all.map((of) => files.begin('mine', file(1, of))));
    const stayed = begun.filter(({ status }) => status === 'fulfilled').length;
    expect(stayed).toBeLessThanOrEqual(uploadBounds.files);
    expect(uploads.stored.size).toBe(stayed);
  });

  test('stays once the report names it, and all of them or none', async () => {
    const line = setUp();
    const { files, evidence, uploads } = line;
    const second = 'cd'.repeat(16);
    await whole(line, 2);
    await files.begin('mine', file(1, second));
    await expect(files.settle('mine', [id, second])).rejects.toMatchObject({
      ...{ code: 'evidence.incomplete', details: { files: [second] } },
    });
    expect(evidence.settled.size).toBe(0);
    await files.settle('mine', [id]);
    await files.settle('mine', [id]);
    expect([...evidence.settled.keys()]).toEqual([`${id}/0`, `${id}/1`]);
    await files.forget('theirs', [id]);
    expect(uploads.stored.size).toBe(2);
    await files.forget('mine', [id]);
    await files.forget('mine', [id]);
    expect([...uploads.stored.keys()]).toEqual([second]);
  });

  test('burns after three days if no report names it', async () => {
    const line = setUp();
    await whole(line, 1);
    line.clock.advance(3 * 24 * 3_600_000);
    expect(await line.files.burn()).toBe(0);
    line.clock.advance(24 * 3_600_000);
    await expect(line.files.settle('mine', [id])).rejects.toThrow(refused('evidence.unknown'));
    expect([await line.files.burn(), await line.files.burn()]).toEqual([1, 0]);
    await expect(line.files.complete('mine', id, [])).rejects.toThrow(refused('evidence.unknown'));
  });
});
