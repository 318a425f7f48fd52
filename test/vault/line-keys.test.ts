import { describe, expect, test } from '@jest/globals';
import { concat, toHex } from '../../vault/bytes.js';
import { trusted } from '../../vault/keyring.js';
import {
  decodePublic,
  encodePublic,
  isPrivatePartOf,
  makeLineKeys,
  parsePrivate,
  printPrivate,
  publicPart,
  recoveryPair,
} from '../../vault/line-keys.js';
import { decodeRecoveryCode, encodeRecoveryCode } from '../../vault/recovery-code.js';
import { openEnvelope, sealEnvelope } from '../../vault/report-keys.js';
import { countingRandom, sodium as b } from './support.js';

const random = countingRandom('line');
const line = makeLineKeys(b, random, '2026-11-22');
const printed = printPrivate(b, line.private);
const groups = printed.split(/\s/);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('line keys', () => {
  test('make the recovery key a trusted reader', () => {
    const readers = trusted(b, [line.public.recovery], line.public.rootPk, '2026-11-22');
    expect(readers.map(({ handlerId, signedBy }) => [handlerId, signedBy])).toEqual([['recovery', 'root']]);
  });

  test('open what is sealed to the recovery key', () => {
    const place = { reportId: toHex(random(16)), to: 'recovery', of: 'content' as const };
    const half = random(32);
    const envelope = sealEnvelope(b, random, place, half, line.public.recovery.boxPk);
    expect(openEnvelope(b, recoveryPair(b, line.private), place.reportId, envelope)).toEqual(half);
  });

  test('know their private part from another line’s', () => {
    const other = makeLineKeys(b, random, '2026-11-22');
    expect(isPrivatePartOf(b, line.private, line.public)).toBe(true);
    expect(isPrivatePartOf(b, other.private, line.public)).toBe(false);
    expect(isPrivatePartOf(b, { ...line.private, recoverySeed: random(32) }, line.public)).toBe(false);
    expect(isPrivatePartOf(b, { ...line.private, rootSeed: random(32) }, line.public)).toBe(false);
  });

  test('give their public part again from paper', () => {
    const read = parsePrivate(b, printed);
    if ('wrong' in read) throw new Error('did not read');
    expect(publicPart(b, read, '2026-11-22')).toEqual(line.public);
  });
});

describe('the public part', () => {
  test('travels as JSON', () => {
    expect(decodePublic(b, encodePublic(line.public))).toEqual(line.public);
  });

  test.each([
    ['no JSON', () => '{'],
    ['another version', () => encodePublic(line.public).replace('"version": 1', '"version": 2')],
    ['another root key', () => encodePublic({ ...line.public, rootPk: random(32) })],
    ['a line id that is none', () => encodePublic({ ...line.public, lineId: 'ab' })],
    [
      'a recovery key that the root did not sign',
      () => encodePublic({ ...line.public, recovery: { ...line.public.recovery, boxPk: random(32) } }),
    ],
    [
      'another reader in its place',
      () => encodePublic({ ...line.public, recovery: { ...line.public.recovery, handlerId: 'x' } }),
    ],
  ])('is not read from %s', (_, text) => {
    expect(decodePublic(b, text())).toBeNull();
  });
});

describe('the printed private part', () => {
  test('is 19 groups of 8, four in a line', () => {
    expect(groups).toHaveLength(19);
    expect(printed.split('\n').map((row) => row.split(' ').length)).toEqual([4, 4, 4, 4, 3]);
    expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(group))).toBe(true);
  });

  test.each<[string, (text: string) => string]>([
    ['as printed', (text) => text],
    ['in lower case', (text) => text.toLowerCase()],
    [
      'with O for 0 and l or I for 1',
      (text) => text.replaceAll('0', 'O').replace('1', 'l').replaceAll('1', 'I'),
    ],
    ['with hyphens', (text) => text.replace(/\s/g, '-')],
    ['with blank lines and a line break at the end', (text) => `\n  ${text.replaceAll('\n', '\r\n\r\n')}\n`],
    ['without gaps', (text) => text.replace(/\s/g, '')],
    ['in groups of four', (text) => text.replace(/\s/g, '').replace(/.{4}/g, '$& ')],
  ])('is read back %s', (_, type) => {
    expect(parsePrivate(b, type(printed))).toEqual(line.private);
  });

  test('names the group with a wrong character, whichever', () => {
    for (const [n, group] of groups.entries())
      for (let at = 0; at < 8; at += 1) {
        const next = alphabet.charAt((alphabet.indexOf(group.charAt(at)) + 1 + n) % 32);
        const typed = groups.with(n, group.slice(0, at) + next + group.slice(at + 1)).join(' ');
        expect(parsePrivate(b, typed)).toEqual({ wrong: [n + 1] });
      }
  });

  test('names groups with swapped neighbours, swapped groups, and what is no character of it', () => {
    const swapped = groups.findIndex((group) => group[2] !== group[3]);
    const group = groups[swapped] ?? '';
    const typed = `${group.slice(0, 2)}${group.slice(3, 4)}${group.slice(2, 3)}${group.slice(4)}`;
    expect(parsePrivate(b, groups.with(swapped, typed).join(' '))).toEqual({ wrong: [swapped + 1] });
    const [third = '', tenth = ''] = [groups[2], groups[9]];
    expect(parsePrivate(b, groups.with(2, tenth).with(9, third).join(' '))).toEqual({ wrong: [3, 10] });
    expect(parsePrivate(b, groups.with(4, 'UUUUUUUU').with(6, '1234').join(' '))).toEqual({ wrong: [5, 7] });
  });

  test('names the first place where a group is missing or too much', () => {
    expect(parsePrivate(b, groups.toSpliced(5, 1).join(' '))).toEqual({ wrong: [6] });
    expect(parsePrivate(b, groups.slice(0, -1).join(' '))).toEqual({ wrong: [19] });
    expect(parsePrivate(b, [...groups, groups[3]].join(' '))).toEqual({ wrong: [20] });
    expect(parsePrivate(b, '')).toEqual({ wrong: [1] });
  });

  test('of another kind is refused although each group is right', () => {
    expect(parsePrivate(b, encodeRecoveryCode(concat(Uint8Array.of(1), random(82))))).toEqual({ wrong: [] });
  });
});

describe('paper', () => {
  test('holds any number of bytes up to 135', () => {
    for (const length of [1, 4, 5, 34, 35, 36, 135]) {
      const bytes = random(length);
      expect(decodeRecoveryCode(encodeRecoveryCode(bytes), length)).toEqual(bytes);
    }
    expect(() => encodeRecoveryCode(random(136))).toThrow(RangeError);
  });
});
