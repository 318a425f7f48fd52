import { hex, utf8 } from '../bytes.js';
import { DomainError } from '../errors.js';
import type { Keyring } from '../keyring/ports.js';
import type { Clock, Random } from '../ports.js';
import type { DeskKeys, DeskVault, Reports, Vault } from './ports.js';
import { bounds, openToDesk } from './bounds.js';
import { encodeReply, type ReplyQuestion } from './reply.js';

export type ReplyToReport = (
  caseNumber: string,
  keys: DeskKeys,
  text: string,
  question?: ReplyQuestion,
) => Promise<boolean>;

/**
 * Writes to the person who reported: signed, sealed to the thread, readable with the receipt. With a question, a device
 * shows a field for its answer. False if there is no such report. @throws DomainError request.invalid (nothing written), report.too_large, keyring.untrusted (the person
 * would see it as not verified), report.closed, report.full, storage.unavailable
 */
export function createReplyToReport(ports: {
  reports: Reports;
  keyring: Keyring;
  vault: Vault;
  desk: DeskVault;
  clock: Clock;
  random: Random;
}): ReplyToReport {
  const { reports, keyring, vault, desk, clock, random } = ports;
  return async (caseNumber, keys, text, question) => {
    const words = text.trim();
    const bytes = utf8(words);
    if (bytes.length === 0) throw new DomainError('request.invalid');
    if (bytes.length > bounds.replyBytes) throw new DomainError('report.too_large');
    const report = await reports.byCase(caseNumber);
    if (!report) return false;

    const id = hex(random(16));
    const day = clock.today();
    const signature = desk.signReply(keys, report.id, id, bytes);
    const known = vault
      .trusted(await keyring.all(), day)
      .some((e) => e.handlerId === keys.handlerId && vault.verifyReply(report.id, id, bytes, e, signature));
    if (!known) throw new DomainError('keyring.untrusted');

    const purpose = 'reply';
    const plain = encodeReply(words, keys.handlerId, signature, question);
    const box = vault.sealItem(report.threadPk, report.id, { id, purpose, bytes: plain });
    const item = { id, purpose, box, day, by: keys.handlerId } as const;
    if (await reports.append(report.id, item, 'reporter', openToDesk, bounds.itemsForDesk)) return true;
    throw new DomainError(openToDesk.includes(report.state) ? 'report.full' : 'report.closed');
  };
}
