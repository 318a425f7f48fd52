import { expect, test } from '@jest/globals';
import type { DeskVault } from '../../domain/reports/ports.js';
import { createArgon2Pool } from '../../vault/node/argon2.js';
import { createDeskVault } from '../../vault/node/create-desk-vault.js';
import { createRandom } from '../../vault/node/random.js';
import { createSodium } from '../../vault/node/sodium.js';
import { sealEnvelope } from '../../vault/report-keys.js';
import { verifyReply } from '../../vault/reply.js';

const desk: DeskVault = createDeskVault();
const b = createSodium(createArgon2Pool());
const random = createRandom();
const reader = { handlerId: 'recovery', boxKey: random(32), signKey: random(32) };
const reportId = '00112233445566778899aabbccddeeff';
const itemId = 'ffeeddccbbaa99887766554433221100';

test('an envelope opens for its reader at its place, and for nobody and nowhere else', () => {
  const half = random(32);
  const place = { reportId, to: reader.handlerId, of: 'content' } as const;
  const envelope = sealEnvelope(b, random, place, half, b.boxPair(reader.boxKey).publicKey);
  expect(desk.openEnvelope(reader, reportId, envelope)).toEqual(half);
  expect(desk.openEnvelope({ ...reader, boxKey: random(32) }, reportId, envelope)).toBeNull();
  expect(desk.openEnvelope({ ...reader, handlerId: 'somebody' }, reportId, envelope)).toBeNull();
  expect(desk.openEnvelope(reader, itemId, envelope)).toBeNull();
  expect(desk.openEnvelope(reader, reportId, { ...envelope, of: 'thread' })).toBeNull();
});

test('a signed reply verifies under the reader’s public key, for this text at this place only', () => {
  const text = new TextEncoder().encode('请问图纸上有编号吗？');
  const signature = desk.signReply(reader, reportId, itemId, text);
  const signPk = b.signPublic(reader.signKey);
  expect(verifyReply(b, signPk, reportId, itemId, text, signature)).toBe(true);
  expect(verifyReply(b, signPk, itemId, reportId, text, signature)).toBe(false);
  expect(verifyReply(b, signPk, reportId, itemId, text.slice(1), signature)).toBe(false);
});
