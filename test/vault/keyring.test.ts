import { describe, expect, test } from '@jest/globals';
import { entryBytes, signEntry, trusted, verifyEntry } from '../../vault/keyring.js';
import { entryFromJson, entryToJson } from '../../vault/keyring-json.js';
import { type KeyringEntry } from '../../vault/types.js';
import { flip, reader, rootPk, rootSeed, sodium as b } from './support.js';

const day = '2026-11-22';
const names = (entries: readonly KeyringEntry[], on = day) =>
  trusted(b, entries, rootPk, on).map(({ handlerId }) => handlerId);

const supervisor = reader('supervisor');
const signed = (handlerId: string, changes: Partial<KeyringEntry> = {}, by = supervisor) =>
  reader(handlerId, { signedBy: by.entry.handlerId, ...changes }, by.signSeed);
const revoke = (
  { entry }: { entry: KeyringEntry },
  revokedDay: string,
  signedBy = 'root',
  seed: Uint8Array = rootSeed,
) => signEntry(b, seed, { ...entry, revokedDay, signedBy });

describe('trusted', () => {
  test('takes what the root signed, and what a trusted reader signed, in any order', () => {
    const second = signed('second');
    const third = signed('third', {}, second);
    expect(names([third.entry, second.entry, supervisor.entry])).toEqual(['supervisor', 'second', 'third']);
  });

  test('takes nobody whose signer is missing, a stranger, or themselves', () => {
    const stranger = reader('stranger', {}, new Uint8Array(32).fill(9));
    const own = signed('own', { signedBy: 'own' }, reader('own'));
    const pair = [signed('a', {}, reader('b')).entry, signed('b', {}, reader('a')).entry];
    expect(names([signed('second').entry])).toEqual([]);
    expect(names([stranger.entry, own.entry, ...pair])).toEqual([]);
  });

  test('takes nobody under another name than the signer’s', () => {
    const misnamed = signed('second', { signedBy: 'somebody' });
    expect(names([supervisor.entry, reader('somebody').entry, misnamed.entry])).toEqual([
      'supervisor',
      'somebody',
    ]);
  });

  test('takes nobody who calls themselves root', () => {
    const impostor = reader('root');
    expect(names([impostor.entry, signed('second', {}, impostor).entry])).toEqual([]);
  });

  test('takes a recovery key from the root only', () => {
    expect(names([reader('recovery').entry, supervisor.entry])).toEqual(['recovery', 'supervisor']);
    expect(names([signed('recovery').entry, supervisor.entry])).toEqual(['supervisor']);
  });

  test('takes nobody before their first day', () => {
    const later = reader('later', { fromDay: '2026-11-23' });
    expect(names([later.entry])).toEqual([]);
    expect(names([later.entry], '2026-11-23')).toEqual(['later']);
  });

  test('drops a reader on the day of revocation, although the first entry is still there', () => {
    const entries = [supervisor.entry, revoke(supervisor, day)];
    expect(names(entries, '2026-11-21')).toEqual(['supervisor']);
    expect(names(entries)).toEqual([]);
    expect(names([...entries].reverse())).toEqual([]);
  });

  test('drops what a revoked reader admitted, until somebody else signs it', () => {
    const second = signed('second');
    const entries = [supervisor.entry, second.entry, revoke(supervisor, day)];
    expect(names(entries, '2026-11-21')).toEqual(['supervisor', 'second']);
    expect(names(entries)).toEqual([]);
    expect(names([...entries, signEntry(b, rootSeed, { ...second.entry, signedBy: 'root' })])).toEqual([
      'second',
    ]);
  });

  test('keeps a revocation after its signer was revoked', () => {
    const handler = reader('handler');
    const entries = [
      supervisor.entry,
      handler.entry,
      revoke(handler, '2026-03-01', 'supervisor', supervisor.signSeed),
      revoke(supervisor, '2026-04-01'),
    ];
    expect(names(entries)).toEqual([]);
  });

  test('heeds no revocation by a stranger', () => {
    expect(names([supervisor.entry, revoke(supervisor, day, 'root', new Uint8Array(32))])).toEqual([
      'supervisor',
    ]);
  });

  test('keeps a reader with new keys when the old ones are revoked', () => {
    const fresh = reader('supervisor', { boxPk: reader('new device').box.publicKey });
    expect(trusted(b, [supervisor.entry, revoke(supervisor, day), fresh.entry], rootPk, day)).toEqual([
      fresh.entry,
    ]);
  });
});

describe('an entry', () => {
  test('is signed in every part', () => {
    const { entry } = supervisor;
    const changes: Partial<KeyringEntry>[] = [
      { handlerId: 'supervisors' },
      { boxPk: flip(entry.boxPk, 0) },
      { signPk: flip(entry.signPk, 255) },
      { fromDay: '2026-01-02' },
      { revokedDay: '2027-01-01' },
      { signedBy: 'roo' },
      { signature: flip(entry.signature, 3) },
      { signature: new Uint8Array(0) },
    ];
    expect(verifyEntry(b, rootPk, entry)).toBe(true);
    expect(changes.filter((change) => verifyEntry(b, rootPk, { ...entry, ...change }))).toEqual([]);
  });

  test.each<Partial<KeyringEntry>>([
    { handlerId: '' },
    { handlerId: 'x'.repeat(256) },
    { boxPk: new Uint8Array(31) },
    { signPk: new Uint8Array(33) },
    { fromDay: 'soon' },
    { revokedDay: '' },
    { signedBy: '' },
  ])('of another form has no bytes to sign: %j', (change) => {
    expect(() => entryBytes({ ...supervisor.entry, ...change })).toThrow(RangeError);
    expect(names([{ ...supervisor.entry, ...change }])).toEqual([]);
  });

  test('travels as JSON', () => {
    const entries = [supervisor.entry, revoke(supervisor, day)];
    const travelled = entries.map((entry) => entryFromJson(JSON.parse(JSON.stringify(entryToJson(entry)))));
    expect(travelled).toEqual(entries);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a missing key', { ...entryToJson(supervisor.entry), boxPk: undefined }],
    ['a short key', { ...entryToJson(supervisor.entry), signPk: 'AAAA' }],
    ['a number for a day', { ...entryToJson(supervisor.entry), fromDay: 5 }],
    ['no revocation day', { ...entryToJson(supervisor.entry), revokedDay: undefined }],
  ])('is not read from %s', (_, json) => {
    expect(entryFromJson(json)).toBeNull();
  });
});
