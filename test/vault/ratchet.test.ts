import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex } from '../../vault/bytes.js';
import { createDraftVault } from '../../vault/node/create-draft-vault.js';
import { createRandom } from '../../vault/node/random.js';
import { openRatchet } from '../../vault/node/ratchet-file.js';
import { addDays, dayKey, daysFrom, decodeRoot, encodeRoot, turnTo } from '../../vault/ratchet.js';
import { sodium as b } from './support.js';

const random = createRandom();
let directory = '';
beforeAll(() => {
  directory = fs.mkdtempSync(join(tmpdir(), 'ratchet-'));
});
afterAll(() => {
  fs.rmSync(directory, { recursive: true });
});

function make(name: string, day = '2026-11-20') {
  const clock = { day };
  const path = join(directory, name);
  const ratchet = openRatchet({ path, random, today: () => clock.day });
  return { clock, path, ratchet, file: () => fs.readFileSync(path, 'utf8') };
}
const shown = (ratchet: ReturnType<typeof make>['ratchet']) =>
  ratchet.days().map(({ day, r }) => `${day} ${toHex(r)}`);

describe('the chain of days', () => {
  const root = { day: '2026-02-26', r: random(32) };

  test('goes forward a hash a day, over the ends of months and leap days', () => {
    expect(daysFrom(b, root).map(({ day }) => day)).toEqual([
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(turnTo(b, root, '2026-03-01')).toEqual(daysFrom(b, root)[3]);
  });

  test('is the same in one turn or in many, and never goes back', () => {
    const days = ['2026-02-27', '2026-03-05', '2026-03-04', '2026-03-05', '2026-04-01'];
    const many = days.reduce((at, day) => turnTo(b, at, day), root);
    expect(many).toEqual(turnTo(b, root, '2026-04-01'));
  });

  test('has another key for each day, label and line secret', () => {
    const [secret, other] = [random(32), random(32)];
    const keys = daysFrom(b, root).flatMap((day) =>
      [secret, other].flatMap((s) => ['tag', 'draft'].map((label) => toHex(dayKey(b, day, label, s)))),
    );
    expect(new Set(keys).size).toBe(16);
  });

  test('is read from its file and from nothing else', () => {
    const text = encodeRoot(root);
    expect(decodeRoot(text)).toEqual(root);
    for (const other of ['', '{}', text.slice(0, -3), text.replace('1', '2'), `${text}x`])
      expect(() => decodeRoot(other)).toThrow('damaged');
  });
});

describe('the ratchet file', () => {
  test('is made with mode 0600 and holds the oldest kept day only', () => {
    const { path, file, ratchet } = make('made');
    const days = ratchet.days();
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);
    expect(days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17']);
    expect(decodeRoot(file())).toEqual(days[3]);
  });

  test('is turned once a day: what went before is neither in the file nor in memory', () => {
    const { clock, file, path, ratchet } = make('turned');
    const before = ratchet.days();
    const kept = shown(ratchet).slice(0, 3);
    const oldest = before.map(({ r }) => toHex(r))[3] ?? '';
    expect(ratchet.days()).toBe(before);
    clock.day = '2026-11-21';
    expect(shown(ratchet).slice(1)).toEqual(kept);
    expect(before.every(({ r }) => r.every((byte) => byte === 0))).toBe(true);
    expect(file()).not.toContain(Buffer.from(oldest, 'hex').toString('base64url'));
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(directory).filter((name) => name.startsWith('turned'))).toEqual(['turned']);
  });

  test('catches up after days without a process', () => {
    const { path, ratchet } = make('pause', '2026-11-01');
    ratchet.days();
    const later = openRatchet({ path, random, today: () => '2026-11-22' });
    expect(later.days().map(({ day }) => day)).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
    ]);
  });

  test('brings nothing back when the clock goes back', () => {
    const { clock, file, ratchet } = make('back');
    const first = shown(ratchet);
    clock.day = '2026-11-22';
    ratchet.days();
    const turned = file();
    clock.day = '2026-11-20';
    expect(shown(ratchet).slice(0, 2)).toEqual(first.slice(0, 2));
    expect(ratchet.days().map(({ day }) => day)).toEqual([
      '2026-11-20',
      '2026-11-19',
      '2026-11-21',
      '2026-11-22',
    ]);
    clock.day = '2026-11-01';
    expect(ratchet.days().map(({ day }) => day)).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
    expect(file()).toBe(turned);
  });

  test('is left alone by a process that was slow, when another has turned it further', () => {
    const path = join(directory, 'slow');
    openRatchet({ path, random, today: () => '2026-11-20' }).days();
    let faster = '';
    const meanwhile = (bytes: number) => {
      if (faster === '') {
        openRatchet({ path, random, today: () => '2026-11-22' }).days();
        faster = fs.readFileSync(path, 'utf8');
      }
      return random(bytes);
    };
    const slow = openRatchet({ path, random: meanwhile, today: () => '2026-11-21' });
    expect(slow.days().map(({ day }) => day)).toEqual([
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-22',
    ]);
    expect(faster).not.toBe('');
    expect(fs.readFileSync(path, 'utf8')).toBe(faster);
  });

  test('that is damaged is refused and left alone', () => {
    const { path, ratchet, file } = make('damaged');
    fs.writeFileSync(path, 'not a ratchet');
    expect(() => ratchet.days()).toThrow('damaged');
    expect(file()).toBe('not a ratchet');
  });

  test('is swept clean of what a killed process left behind', () => {
    const { clock, ratchet, path } = make('swept');
    ratchet.days();
    const [old, young] = [`${path}.00.tmp`, `${path}.11.tmp`];
    for (const left of [old, young]) fs.writeFileSync(left, 'a root');
    fs.utimesSync(old, new Date(0), new Date(0));
    clock.day = '2026-11-21';
    ratchet.days();
    expect([old, young].map((left) => fs.existsSync(left))).toEqual([false, true]);
  });
});

test('what was burned is opened by nobody who has the file and the line secret', () => {
  const { clock, ratchet, file } = make('burned');
  const secret = random(32);
  const vault = createDraftVault({ ratchet, secret, random });
  const [tag = ''] = vault.tags('account');
  const draft = { tag, ...vault.seal('2026-11-20', tag, null, new Uint8Array(9)) };
  clock.day = '2026-11-24';
  ratchet.days();
  const stolen = file();
  for (let back = -10; back <= 60; back += 1) {
    const path = join(directory, `stolen${String(back)}`);
    fs.writeFileSync(path, stolen);
    const theirs = openRatchet({ path, random, today: () => addDays('2026-11-24', -back) });
    const thief = createDraftVault({ ratchet: theirs, secret, random });
    expect(thief.open(draft)).toBeNull();
    expect(thief.tags('account')).not.toContain(tag);
  }
});

describe('several processes on one file', () => {
  const child = join(import.meta.dirname, 'ratchet-child.mjs');
  /** Lets `count` processes open the ratchet on these days at once; answers what each saw, a line for each day. */
  const race = (path: string, days: readonly string[], count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const process_ = spawn(process.execPath, [child, path, ...days], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        let out = '';
        process_.stdout.on('data', (data: Buffer) => (out += data.toString()));
        await new Promise((resolve) => process_.stdout.once('data', resolve));
        return async () => {
          process_.stdin.end('go');
          await new Promise((resolve) => process_.once('close', resolve));
          return out.trim().split('\n').slice(1);
        };
      }),
    ).then((waiting) => Promise.all(waiting.map((go) => go())));

  test('make one first file', async () => {
    const path = join(directory, 'first');
    const seen = await race(path, ['2026-11-20'], 5);
    expect(new Set(seen.flat()).size).toBe(1);
    expect(seen[0]?.[0]).toMatch(/^2026-11-20 [0-9a-f]{64} 2026-11-19 /);
  }, 60_000);

  test('turn it at once and never part ways', async () => {
    const path = join(directory, 'shared');
    const days = Array.from({ length: 200 }, (_, n) => addDays('2026-11-20', n));
    const seen = await race(path, days, 4);
    const roots = seen.flat().flatMap((line) => line.match(/\S+ [0-9a-f]{64}/g) ?? []);
    expect(seen.map(({ length }) => length)).toEqual([200, 200, 200, 200]);
    expect(new Set(roots).size).toBe(new Set(roots.map((root) => root.slice(0, 10))).size);
    expect(decodeRoot(fs.readFileSync(path, 'utf8')).day).toBe(addDays('2026-11-20', 196));
    expect(fs.readdirSync(directory).filter((name) => name.startsWith('shared'))).toEqual(['shared']);
  }, 60_000);
});
