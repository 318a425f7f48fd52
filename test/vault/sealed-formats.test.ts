import { describe, expect, test } from '@jest/globals';
import { toHex } from '../../vault/bytes.js';
import { openItem, sealItem } from '../../vault/item.js';
import { padmeLength } from '../../vault/padme.js';
import { openThread, receiptKeys, wrapThread } from '../../vault/receipt.js';
import { openEnvelope, reportKeys, sealEnvelope } from '../../vault/report-keys.js';
import { utf8 } from '../../vault/utf8.js';
import { countingRandom, flip, reader, sodium as b } from './support.js';

const random = countingRandom('formats');
const id = () => toHex(random(16));
const [reportId, otherReport] = [id(), id()];
const keys = reportKeys(b, random(64));

const everyBit = (bytes: Uint8Array) =>
  Array.from({ length: bytes.length * 8 }, (_, bit) => flip(bytes, bit));
const everyCut = (bytes: Uint8Array) =>
  Array.from({ length: bytes.length }, (_, length) => bytes.subarray(0, length));

describe('a sealed item', () => {
  const plain = { id: id(), purpose: 'answers' as const, bytes: utf8('seen at the gate') };
  const box = sealItem(b, random, keys.content.publicKey, reportId, plain);
  const item = { id: plain.id, purpose: plain.purpose, box };
  const open = (changed: Partial<typeof item>, report = reportId, key = keys.content) =>
    openItem(b, key.privateKey, report, { ...item, ...changed });

  test('opens to the private half', () => {
    expect(open({})).toEqual(plain.bytes);
  });

  test('is 0x01, a sealed key, a nonce, and the padded bytes with their tag', () => {
    expect(box[0]).toBe(1);
    expect(box).toHaveLength(1 + 80 + 24 + padmeLength(plain.bytes.length + 1) + 16);
  });

  test('does not open with any bit turned', () => {
    expect(everyBit(box).filter((changed) => open({ box: changed }) !== null)).toEqual([]);
  });

  test('does not open cut short or made longer', () => {
    const changed = [...everyCut(box), Uint8Array.from([...box, 0])];
    expect(changed.filter((other) => open({ box: other }) !== null)).toEqual([]);
  });

  test('does not open as another item, for another purpose, in another report, with the other half', () => {
    expect(open({ id: id() })).toBeNull();
    expect(open({ purpose: 'person' as 'answers' })).toBeNull();
    expect(open({}, otherReport)).toBeNull();
    expect(open({}, reportId, keys.thread)).toBeNull();
  });

  test('does not open with the sealed key of another', () => {
    const other = sealItem(b, random, keys.content.publicKey, reportId, plain);
    const mixed = Uint8Array.from([...other.subarray(0, 81), ...box.subarray(81)]);
    expect(open({ box: mixed })).toBeNull();
  });

  test('refuses ids that are none', () => {
    const bad = { ...plain, id: 'ab' };
    expect(() => sealItem(b, random, keys.content.publicKey, reportId, bad)).toThrow(RangeError);
  });
});

describe('an envelope', () => {
  const { box } = reader('handler-1');
  const place = { reportId, to: 'handler-1', of: 'content' as const };
  const envelope = sealEnvelope(b, random, place, keys.content.privateKey, box.publicKey);

  test('gives the reader the private half', () => {
    expect(openEnvelope(b, box, reportId, envelope)).toEqual(keys.content.privateKey);
  });

  test('does not open moved to another report, reader or half', () => {
    expect(openEnvelope(b, box, otherReport, envelope)).toBeNull();
    expect(openEnvelope(b, box, reportId, { ...envelope, to: 'handler-2' })).toBeNull();
    expect(openEnvelope(b, box, reportId, { ...envelope, of: 'thread' })).toBeNull();
    expect(openEnvelope(b, reader('handler-2').box, reportId, envelope)).toBeNull();
  });

  test('does not open with a bit turned or cut short', () => {
    const changed = [...everyBit(envelope.box), ...everyCut(envelope.box)];
    const opened = changed.filter((other) => openEnvelope(b, box, reportId, { ...envelope, box: other }));
    expect(opened).toEqual([]);
  });
});

describe('report keys', () => {
  test('are two pairs of 64 seed bytes', () => {
    expect(keys.content.privateKey).not.toEqual(keys.thread.privateKey);
    expect(() => reportKeys(b, random(63))).toThrow(RangeError);
  });
});

describe('the wrapped thread key', () => {
  const wrap = random(32);
  const wrapped = wrapThread(b, random, wrap, keys.thread.privateKey);

  test('opens to its wrap key only', () => {
    expect(openThread(b, wrap, wrapped)).toEqual(keys.thread.privateKey);
    expect(openThread(b, random(32), wrapped)).toBeNull();
  });

  test('does not open with a bit turned or cut short', () => {
    const changed = [...everyBit(wrapped), ...everyCut(wrapped)];
    expect(changed.filter((other) => openThread(b, wrap, other) !== null)).toEqual([]);
  });
});

describe('receipt keys', () => {
  test('differ in proof and wrap, and with every part they are made of', async () => {
    const [line, otherLine] = [random(16), random(16)];
    const made = await Promise.all([
      receiptKeys(b, line, '12345678901234567891'),
      receiptKeys(b, otherLine, '12345678901234567891'),
      receiptKeys(b, line, '22345678901234567891'),
      receiptKeys(b, line, '12345678901234567881'),
    ]);
    expect(new Set(made.flatMap(({ proof, wrap }) => [toHex(proof), toHex(wrap)])).size).toBe(8);
  });

  test.each([
    '',
    '1234567890123456789',
    '123456789012345678910',
    '1234 5678 9012 3456 7891',
    'x2345678901234567891',
  ])('are made of twenty digits, not of “%s”', async (digits) => {
    await expect(receiptKeys(b, random(16), digits)).rejects.toThrow(RangeError);
  });
});
