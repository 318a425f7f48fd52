/**
 * Secrets on paper: groups of eight characters that a person can type back. Crockford's base32 (no I, L, O, U), seven
 * characters of data and one that checks them and the group's place, so that a mistake is found where it is.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const inGroup = 7;
const inLine = 4;

/** The bytes as groups, four in a line. At most 31 groups: 135 bytes. @throws RangeError for more */
export function encodeRecoveryCode(bytes: Uint8Array): string {
  const count = groupCount(bytes.length);
  if (count > 31) throw new RangeError('too much for one sheet');
  const values = toValues(bytes, count * inGroup);
  const groups = Array.from({ length: count }, (_, n) => {
    const group = values.slice(n * inGroup, (n + 1) * inGroup);
    return [...group, check(n, group)].map((value) => alphabet.charAt(value)).join('');
  });
  return groups
    .map((group, n) => group + (n % inLine === inLine - 1 ? '\n' : ' '))
    .join('')
    .trimEnd();
}

/**
 * Reads `length` bytes that were typed back: case, blanks, hyphens and line breaks do not count, O is 0, I and L are 1.
 * Otherwise it says which groups are wrong, counted from 1; of missing or additional ones the first.
 */
export function decodeRecoveryCode(
  text: string,
  length: number,
): Uint8Array | { readonly wrong: readonly number[] } {
  const count = groupCount(length);
  const typed = text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  const groups = asGroups(
    typed.split(/[\s\p{Pd}]+/u).filter((group) => group !== ''),
    count,
  );
  const values = groups.map((group) => Array.from(group, (char) => alphabet.indexOf(char)));
  const wrong = values.flatMap((group, n) => (isGroup(n, group) ? [] : [n + 1]));
  if (groups.length !== count) return { wrong: [wrong[0] ?? Math.min(groups.length, count) + 1] };
  if (wrong.length > 0) return { wrong };
  return (
    toBytes(
      values.flatMap((group) => group.slice(0, inGroup)),
      length,
    ) ?? { wrong: [count] }
  );
}

/** Typed with other gaps than printed, or none: cut anew if there are as many characters as there must be. */
function asGroups(typed: readonly string[], count: number): readonly string[] {
  if (typed.length === count) return typed;
  const all = typed.join('');
  return all.length === count * (inGroup + 1) ? (all.match(/.{8}/gu) ?? []) : typed;
}

const groupCount = (bytes: number): number => Math.ceil((bytes * 8) / (5 * inGroup));

function isGroup(n: number, group: readonly number[]): boolean {
  return (
    group.length === inGroup + 1 &&
    !group.includes(-1) &&
    check(n, group.slice(0, inGroup)) === group[inGroup]
  );
}

/**
 * A check character over the group's number and its seven values, with weights that are powers of a generator of
 * GF(32) (x^5 + x^2 + 1): every wrong character, every swap of two, and every group in another's place is found.
 */
function check(n: number, values: readonly number[]): number {
  return timesX(values.reduce((sum, value) => timesX(sum) ^ value, n));
}

const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);

/** Five bits each, zeros behind. */
function toValues(bytes: Uint8Array, count: number): number[] {
  const bit = (at: number): number => ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
  return Array.from({ length: count }, (_, n) =>
    [0, 1, 2, 3, 4].reduce((value, i) => (value << 1) | bit(5 * n + i), 0),
  );
}

/** The bytes, or null if a bit is set behind them. */
function toBytes(values: readonly number[], length: number): Uint8Array | null {
  const bit = (at: number): number => ((values[Math.floor(at / 5)] ?? 0) >> (4 - (at % 5))) & 1;
  for (let at = 8 * length; at < 5 * values.length; at += 1) if (bit(at) === 1) return null;
  return Uint8Array.from({ length }, (_, n) =>
    [0, 1, 2, 3, 4, 5, 6, 7].reduce((byte, i) => (byte << 1) | bit(8 * n + i), 0),
  );
}
