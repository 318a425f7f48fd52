import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftVault } from '../../domain/drafts/ports.js';
import { createDraftVault } from '../../vault/node/create-draft-vault.js';
import { createRandom } from '../../vault/node/random.js';
import { openRatchet } from '../../vault/node/ratchet-file.js';
import { flip } from './support.js';

const random = createRandom();
const secret = random(32);
let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'drafts-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** A draft vault on a ratchet of its own, and the clock it looks at. */
function make(name: string, options: { secret?: Uint8Array; previous?: Uint8Array } = {}) {
  const clock = { day: '2026-11-20' };
  const ratchet = openRatchet({ path: join(directory, name), random, today: () => clock.day });
  const vault = createDraftVault({ ratchet, secret, random, ...options });
  const port: DraftVault = vault; // compiles: the port's shape
  return { clock, vault, port };
}

const plain = new TextEncoder().encode('{"answers":"seen at noon"}');
const account = 'oSample-account_0123456789ab';

function begin(vault: DraftVault, day: string) {
  const [tag = ''] = vault.tags(account);
  return { tag, ...vault.seal(day, tag, null, plain) };
}

describe('tags', () => {
  test('are four, and the one a draft began with is found until the third day after', () => {
    const { clock, port } = make('tags');
    const [first] = port.tags(account);
    const places = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((day) => {
      clock.day = day;
      expect(new Set(port.tags(account)).size).toBe(4);
      return port.tags(account).indexOf(first ?? '');
    });
    expect(places).toEqual([0, 1, 2, 3, -1]);
  });

  test('name no account: another line secret gives others', () => {
    const here = make('secrets');
    const there = make('secrets', { secret: random(32) });
    expect(here.vault.tags(account).filter((tag) => there.vault.tags(account).includes(tag))).toEqual([]);
  });
});

describe('a draft', () => {
  test('opens with its day, and again after each save under the same key', () => {
    const { clock, port } = make('open');
    const row = begin(port, '2026-11-20');
    expect(port.open(row)).toEqual({ plain, day: '2026-11-20' });
    clock.day = '2026-11-23';
    const more = new TextEncoder().encode('more');
    const saved = port.seal('2026-11-20', row.tag, row.key, more);
    expect(saved.key).toEqual(row.key);
    expect(port.open({ tag: row.tag, ...saved })).toEqual({ plain: more, day: '2026-11-20' });
  });

  test('is burned on the fourth day', () => {
    const { clock, port } = make('burned');
    const row = begin(port, '2026-11-20');
    clock.day = '2026-11-24';
    expect(port.open(row)).toBeNull();
    expect(() => port.seal('2026-11-20', row.tag, row.key, plain)).toThrow('no key is kept');
    clock.day = '2026-11-20';
    expect(port.open(row)).toBeNull();
  });

  test('does not open with any bit turned, cut short, or under another tag', () => {
    const { port } = make('bits');
    const row = begin(port, '2026-11-20');
    const bits = (bytes: Uint8Array, step: number) =>
      Array.from({ length: Math.ceil((bytes.length * 8) / step) }, (_, n) => flip(bytes, n * step));
    const damaged = [
      ...bits(row.key, 1).map((key) => ({ ...row, key })),
      ...bits(row.body, 7).map((body) => ({ ...row, body })),
      ...[0, 1, 24, 40, 41, 4095].map((length) => ({ ...row, body: row.body.subarray(0, length) })),
      ...[0, 1, 72].map((length) => ({ ...row, key: row.key.subarray(0, length) })),
      { ...row, tag: port.tags('somebody else')[0] ?? '' },
    ];
    expect(damaged.filter((other) => port.open(other) !== null)).toEqual([]);
  });

  test('does not open with the body or key of another one of the same account', () => {
    const { port } = make('swap');
    const [one, two] = [begin(port, '2026-11-20'), begin(port, '2026-11-20')];
    expect(port.open({ ...one, body: two.body })).toBeNull();
    expect(port.open({ ...one, key: two.key })).toBeNull();
    expect(() => port.seal('2026-11-20', one.tag, flip(one.key, 99), plain)).toThrow('does not open');
  });

  test('has a body of 4096 bytes or its Padmé length, and a tombstone of the same size', () => {
    const { port } = make('sizes');
    const length = (bytes: number, size?: number) =>
      port.seal('2026-11-20', 'tag', null, new Uint8Array(bytes), size).body.length;
    expect([0, 1, 500, 4054].map((bytes) => length(bytes))).toEqual([4096, 4096, 4096, 4096]);
    const large = length(4055);
    expect(large).toBeGreaterThan(4096);
    expect(length(large - 100)).toBeGreaterThan(4096);
    expect(length(0, large)).toBe(large);
  });

  test('under the previous secret is found and opened, and saved under its own key', () => {
    const before = make('rotation');
    const row = begin(before.port, '2026-11-20');
    const after = make('rotation', { secret: random(32), previous: secret });
    const tags = after.port.tags(account);
    expect(tags).toHaveLength(8);
    expect(tags.indexOf(row.tag)).toBe(4);
    expect(after.port.open(row)).toEqual({ plain, day: '2026-11-20' });
    const saved = after.port.seal('2026-11-20', row.tag, row.key, plain);
    expect(after.port.open({ tag: row.tag, ...saved })).toEqual({ plain, day: '2026-11-20' });
    const fresh = begin(after.port, '2026-11-20');
    expect(before.port.open(fresh)).toBeNull();
  });

  test('under a secret that is gone does not open', () => {
    const row = begin(make('gone').port, '2026-11-20');
    expect(make('gone', { secret: random(32) }).port.open(row)).toBeNull();
  });
});
