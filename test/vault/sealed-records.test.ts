/** A hundred sealed records, as they lie in the database and the store: each turned bit and each exchange is refused. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { toHex } from '../../vault/bytes.js';
import { openPart, sealPart } from '../../vault/evidence.js';
import { openItem, sealItem } from '../../vault/item.js';
import { openThread, receiptKeys, wrapThread } from '../../vault/receipt.js';
import { openEnvelope, reportKeys, sealEnvelope } from '../../vault/report-keys.js';
import { countingRandom, flip, reader, sodium as b } from './support.js';

/** Sealed bytes, and what opens them at their own place. */
interface RecordOf {
  readonly kind: 'item' | 'envelope' | 'thread' | 'part';
  readonly box: Uint8Array;
  readonly open: (box: Uint8Array) => Uint8Array | null;
  readonly plain: Uint8Array;
}

const random = countingRandom('records');
const id = (): string => toHex(random(16));
const lineId = random(16);
const handlers = ['ann', 'bo'].map((name) => ({ name, ...reader(name) }));

/** Everything that is sealed of one report. */
async function recordsOf(n: number): Promise<RecordOf[]> {
  const reportId = id();
  const { content, thread } = reportKeys(b, random(64));
  const { wrap } = await receiptKeys(b, lineId, String(n).padEnd(20, '4'));
  const purposes = ['answers', 'person', 'contact', 'file', 'addition', 'reply'] as const;
  const items = purposes.map((purpose, i): RecordOf => {
    const plain = { id: id(), purpose, bytes: random(3 + 40 * i + n) };
    const pair = purpose === 'reply' ? thread : content;
    const open = (box: Uint8Array): Uint8Array | null =>
      openItem(b, pair.privateKey, reportId, { id: plain.id, purpose, box });
    return {
      kind: 'item',
      box: sealItem(b, random, pair.publicKey, reportId, plain),
      open,
      plain: plain.bytes,
    };
  });
  const envelopes = handlers.flatMap(({ name: to, box: pair, entry }) =>
    (['content', 'thread'] as const).map((of): RecordOf => {
      const plain = { content, thread }[of].privateKey;
      const { box } = sealEnvelope(b, random, { reportId, to, of }, plain, entry.boxPk);
      return {
        kind: 'envelope',
        box,
        open: (other) => openEnvelope(b, pair, reportId, { to, of, box: other }),
        plain,
      };
    }),
  );
  const key = random(32);
  const fileId = id();
  const parts = [0, 1].map((part): RecordOf => {
    const place = { reportId, fileId, n: 0, total: 1 };
    const own = part === 0 ? key : random(32);
    const plain = random(20 + n);
    const at = part === 0 ? place : { ...place, fileId: id() };
    return {
      kind: 'part',
      box: sealPart(b, random, own, at, plain),
      open: (box) => openPart(b, own, at, box),
      plain,
    };
  });
  const wrapped = wrapThread(b, random, wrap, thread.privateKey);
  return [
    ...[...items, ...envelopes, ...parts],
    { kind: 'thread', box: wrapped, open: (box) => openThread(b, wrap, box), plain: thread.privateKey },
  ];
}

let records: readonly RecordOf[] = [];
beforeAll(async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, n) => recordsOf(n)));
  records = all.flat().slice(0, 100);
});

describe('of a hundred sealed records', () => {
  test('each opens at its place to what was sealed', () => {
    expect(records).toHaveLength(100);
    expect(new Set(records.map(({ kind }) => kind)).size).toBe(4);
    for (const { box, open, plain } of records) expect(open(box)).toEqual(plain);
  });

  test('the smallest of each kind open with none of all their bits turned', () => {
    let tried = 0;
    for (const kind of ['item', 'envelope', 'part', 'thread'] as const) {
      const mine = records.filter((one) => one.kind === kind).sort((x, y) => x.box.length - y.box.length);
      for (const { box, open } of mine.slice(0, kind === 'thread' ? 4 : 3))
        for (let bit = 0; bit < box.length * 8; bit += 1, tried += 1)
          if (open(flip(box, bit)) !== null) throw new Error(`${kind}: bit ${String(bit)}`);
    }
    expect(tried).toBeGreaterThan(9_000);
  });

  test('none opens with one of two hundred bits turned that are drawn, nor cut by one byte or made one longer', () => {
    const wrong: string[] = [];
    for (const [n, { kind, box, open }] of records.entries()) {
      const draws = new DataView(random(800).buffer);
      for (let i = 0; i < 200; i += 1)
        if (open(flip(box, draws.getUint32(4 * i) % (box.length * 8))) !== null)
          wrong.push(`${kind} ${String(n)}`);
      if (open(box.subarray(0, -1)) !== null || open(Uint8Array.from([...box, 0])) !== null)
        wrong.push(`${kind} cut`);
    }
    expect(wrong).toEqual([]);
  });

  test('none opens at the place of another', () => {
    const moved: string[] = [];
    for (const [n, { kind, open }] of records.entries())
      for (const [m, { box }] of records.entries())
        if (n !== m && open(box) !== null) moved.push(`${kind} ${String(m)} at ${String(n)}`);
    expect(moved).toEqual([]);
  });
});
