/**
 * `npm run bench -- document-sizes`: bytes in BSON of one document of each collection that may grow, sealed as a running
 * line seals it. Operations reckons with these numbers.
 */
import mongoose from 'mongoose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDocument as toArticleDocument } from '../models/article.mapping.js';
import type { ConsentDocument } from '../models/consent.schema.js';
import { toOccurrenceDocument } from '../models/occurrence.mapping.js';
import { toDocument as toReportDocument } from '../models/report.mapping.js';
import { toSendDocument } from '../models/send.mapping.js';
import type { SessionDocument } from '../models/session.schema.js';
import { toHex } from '../vault/bytes.js';
import { createConsentSeal } from '../vault/consent-seal.js';
import { createArgon2Pool } from '../vault/node/argon2.js';
import { createDraftVault } from '../vault/node/create-draft-vault.js';
import { createVault } from '../vault/node/create-vault.js';
import { createRandom } from '../vault/node/random.js';
import { openRatchet } from '../vault/node/ratchet-file.js';
import { createSodium } from '../vault/node/sodium.js';
import { utf8 } from '../vault/utf8.js';
import { someContent, somePublished, someLive, someText } from '../test/support/articles.js';
import { fullOccurrence } from '../test/support/notices.js';
import { someSend } from '../test/support/sends.js';

const random = createRandom();
const sodium = createSodium(createArgon2Pool(1));
const id = (): string => toHex(random(16));
const day = '2027-04-15';
const sizeOf = (document: object): number => mongoose.mongo.BSON.calculateObjectSize(document);

/** One person's consent with so many remembered answers and entries of sends. */
function consent(marks: number, entries: number): ConsentDocument {
  const vault = createConsentSeal(sodium, { secret: random(32), random });
  const [template, openid] = ['t'.repeat(43), 'o'.repeat(28)];
  const [tag] = vault.tags('account', template, openid);
  const [person] = vault.persons('account', openid);
  const delivery = { s: 'sent', f: 1, b: 1_000 };
  return {
    ...{ _id: tag, person, way: 'account', template, sealed: Buffer.from(vault.seal(tag, openid)) },
    ...{ count: 1, open: 0, turn: marks, changedOn: day },
    answers: Array.from({ length: marks }, (_, n) => vault.mark(tag, String(n))),
    sends: Object.fromEntries(Array.from({ length: entries }, () => [toHex(random(8)), delivery])),
  };
}

/** A half-written report, or the tombstone of one: both are padded to the same length. */
function session(): SessionDocument {
  const folder = mkdtempSync(join(tmpdir(), 'fairline-sizes-'));
  const ratchet = openRatchet({ path: join(folder, 'ratchet'), random, today: () => day });
  const vault = createDraftVault({ ratchet, secret: random(32), random });
  const [tag = ''] = vault.tags('o'.repeat(28));
  const { key, body } = vault.seal(day, tag, null, utf8('{}'));
  rmSync(folder, { recursive: true, force: true });
  return { _id: tag, rev: 12, burnDay: day, key: Buffer.from(key), body: Buffer.from(body) };
}

/** A report of about 2,000 characters, without files, to three readers. */
async function report() {
  const vault = createVault({ lineId: id(), rootPk: random(32), random });
  const readers = Array.from({ length: 3 }, () => ({
    ...{ handlerId: id(), boxPk: sodium.boxPair(random(32)).publicKey, signPk: random(32), fromDay: day },
    ...{ revokedDay: null, signedBy: 'root', signature: random(64) },
  }));
  const item = (purpose: 'answers' | 'person' | 'contact', length: number) => ({
    ...{ id: id(), purpose, bytes: utf8('字'.repeat(length)) },
  });
  const sealed = await vault.sealReport({
    ...{ reportId: id(), receipt: '1'.repeat(20), seeds: random(64), readers },
    items: [item('answers', 2_000), item('person', 10), item('contact', 10)],
  });
  return toReportDocument({
    ...{ ...sealed, id: id(), caseNumber: '12345678', way: 'chat', state: 'received' },
    items: sealed.items.map((one) => ({ ...one, day })),
    ...{ receivedDay: day, dueDay: day, unread: { desk: true, reporter: false } },
  });
}

/** As long as the articles that searching was measured with: 1,250 Chinese and 5,200 Latin characters. */
function article() {
  const texts = { zh: someText({ body: '字'.repeat(1_250) }), en: someText({ body: 'x'.repeat(5_200) }) };
  const content = someContent({ texts });
  return toArticleDocument(somePublished({ content, live: someLive({ content }) }));
}

const documents: readonly (readonly [string, object])[] = [
  ['consents, as it is allowed', consent(1, 0)],
  ['consents, three marks and one send', consent(3, 1)],
  ['sessions', session()],
  ['reports, three readers, 2,000 characters', await report()],
  ['articles, with the copy that readers see', article()],
  ['occurrences', toOccurrenceDocument(fullOccurrence())],
  ['sends', toSendDocument(someSend())],
];
for (const [name, document] of documents)
  process.stdout.write(`${name.padEnd(42)} ${String(sizeOf(document)).padStart(7)} bytes\n`);
process.exit();
