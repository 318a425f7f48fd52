import { describe, expect, test } from '@jest/globals';
import type { Vault } from '../../domain/reports/ports.js';
import { toHex } from '../../vault/bytes.js';
import { createVault } from '../../vault/node/create-vault.js';
import { createRandom } from '../../vault/node/random.js';
import { openEnvelope } from '../../vault/report-keys.js';
import { signReply } from '../../vault/reply.js';
import { reader, rootPk, sodium } from './support.js';

const random = createRandom();
const lineId = toHex(random(16));
const made = createVault({ lineId, rootPk, random });
const vault: Vault = made; // compiles: the port's shape
const handler = reader('handler-1');
const recovery = reader('recovery');
const text = (words: string) => new TextEncoder().encode(words);

const draft = {
  reportId: toHex(random(16)),
  receipt: '12345678901234567891',
  seeds: random(64),
  readers: [handler.entry, recovery.entry],
  items: [
    { id: toHex(random(16)), purpose: 'answers' as const, bytes: text('what was seen') },
    { id: toHex(random(16)), purpose: 'person' as const, bytes: text('a name') },
  ],
};

describe('a sealed report', () => {
  test('is opened by each reader, and by nobody with the other half', async () => {
    const sealed = await vault.sealReport(draft);
    expect(sealed.envelopes.map(({ to, of }) => `${to} ${of}`)).toEqual([
      'handler-1 content',
      'handler-1 thread',
      'recovery content',
      'recovery thread',
    ]);
    for (const [n, envelope] of sealed.envelopes.entries()) {
      const key = openEnvelope(sodium, n < 2 ? handler.box : recovery.box, draft.reportId, envelope);
      const opened = sealed.items.map(
        (item) => key && vault.openItem(key, draft.reportId, { ...item, day: '' }),
      );
      expect(opened).toEqual(
        envelope.of === 'content' ? draft.items.map(({ bytes }) => bytes) : [null, null],
      );
    }
  });

  test('has the same keys and proof when it is sealed again', async () => {
    const [first, second] = [await vault.sealReport(draft), await vault.sealReport(draft)];
    expect(second.contentPk).toEqual(first.contentPk);
    expect(second.threadPk).toEqual(first.threadPk);
    expect(second.proofHash).toEqual(first.proofHash);
    expect(second.wrappedThread).not.toEqual(first.wrappedThread);
  });

  test('opens its thread, and only its thread, to the receipt', async () => {
    const sealed = await vault.sealReport(draft);
    const { proofHash, wrap } = await vault.openReceipt(draft.receipt);
    expect(proofHash).toEqual(sealed.proofHash);
    const key = vault.openThread(wrap, sealed.wrappedThread);
    if (!key) throw new Error('the thread did not open');
    expect(sealed.items.map((item) => vault.openItem(key, draft.reportId, { ...item, day: '' }))).toEqual([
      null,
      null,
    ]);
    const reply = { id: toHex(random(16)), purpose: 'reply' as const, bytes: text('thank you') };
    const box = vault.sealItem(sealed.threadPk, draft.reportId, reply);
    expect(vault.openItem(key, draft.reportId, { ...reply, box, day: '' })).toEqual(reply.bytes);
  });

  test('opens to no other receipt and on no other line', async () => {
    const sealed = await vault.sealReport(draft);
    const elsewhere = createVault({ lineId: toHex(random(16)), rootPk, random });
    const others = [
      await vault.openReceipt('22345678901234567891'),
      await elsewhere.openReceipt(draft.receipt),
    ];
    for (const { proofHash, wrap } of others) {
      expect(proofHash).not.toEqual(sealed.proofHash);
      expect(vault.openThread(wrap, sealed.wrappedThread)).toBeNull();
    }
  });
});

describe('createVault', () => {
  test('tells trusted readers from others by the root key it was made with', () => {
    const stranger = reader('stranger', {}, new Uint8Array(32).fill(8));
    expect(vault.trusted([handler.entry, stranger.entry], '2026-11-22')).toEqual([handler.entry]);
  });

  test('verifies what the desk signed, word for word and in its place', () => {
    const [id, other] = [toHex(random(16)), toHex(random(16))];
    const signature = signReply(sodium, handler.signSeed, draft.reportId, id, text('yes'));
    const verify = (reportId: string, itemId: string, words: string, by = handler.entry) =>
      vault.verifyReply(reportId, itemId, text(words), by, signature);
    expect(verify(draft.reportId, id, 'yes')).toBe(true);
    expect(verify(draft.reportId, id, 'no')).toBe(false);
    expect(verify(draft.reportId, other, 'yes')).toBe(false);
    expect(verify(other, id, 'yes')).toBe(false);
    expect(verify(draft.reportId, id, 'yes', recovery.entry)).toBe(false);
  });

  test('shows how many receipts wait behind the four at work', async () => {
    const opened = Array.from({ length: 7 }, () => made.openReceipt(draft.receipt));
    await Promise.resolve();
    expect(made.waiting()).toBe(3);
    await Promise.all(opened);
    expect(made.waiting()).toBe(0);
  });
});
