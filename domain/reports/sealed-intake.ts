/** What is asked of a sealed report before it is stored: its form, its readers, and whether it is one that is stored. */
import { hex } from '../bytes.js';
import { DomainError } from '../errors.js';
import type { KeyringEntry } from '../keyring/ports.js';
import { bounds } from './bounds.js';
import type { SealedForms, SealedReport } from './ports.js';
import type { Envelope, Report, Way } from './report.js';

/** @throws DomainError report.malformed, report.too_large */
export function checkSealedForm(forms: SealedForms, sealed: SealedReport): void {
  const { wrappedThread, envelopes, items } = sealed;
  const right =
    forms.isWrapped(wrappedThread) &&
    envelopes.every(({ box }) => forms.isEnvelope(box)) &&
    items.every(({ box }) => forms.isItem(box)) &&
    items.filter(({ purpose }) => purpose === 'answers').length === 1 &&
    new Set(items.map(({ id }) => id)).size === items.length;
  if (!right) throw new DomainError('report.malformed');
  const bytes = items.reduce((sum, { box }) => sum + box.length, 0);
  if (items.length > bounds.reportItems || bytes > bounds.sealedBytes)
    throw new DomainError('report.too_large');
}

/**
 * Sealed to readers of today, to each with both halves once, and among them to the one of last resort. @throws DomainError
 * report.not_taken_here (there is no reader), report.readers_changed
 */
export function checkReaders(
  { envelopes }: Pick<SealedReport, 'envelopes'>,
  trusted: readonly KeyringEntry[],
  lastResort: string,
): void {
  if (trusted.length === 0) throw new DomainError('report.not_taken_here');
  const names = new Set(trusted.map(({ handlerId }) => handlerId));
  const sealed = new Set(envelopes.map(({ to, of }) => `${of} ${to}`));
  const readers = new Set(envelopes.map(({ to }) => to));
  const whole = [...readers].every(
    (to) => names.has(to) && sealed.has(`content ${to}`) && sealed.has(`thread ${to}`),
  );
  if (!whole || sealed.size !== envelopes.length || !readers.has(lastResort))
    throw new DomainError('report.readers_changed');
}

const later = ['addition', 'reply', 'note'];

/** Whether what is stored is what is sent now, to the byte; what was added since does not count. */
export function isSameReport(there: Report, sent: SealedReport & { readonly way: Way }): boolean {
  const { items, envelopes } = sent;
  return (
    there.way === sent.way &&
    same(there.proofHash, sent.proofHash) &&
    same(there.wrappedThread, sent.wrappedThread) &&
    same(there.contentPk, sent.contentPk) &&
    same(there.threadPk, sent.threadPk) &&
    there.envelopes.length === envelopes.length &&
    there.envelopes.every((envelope, i) => isSameEnvelope(envelope, envelopes[i])) &&
    there.items.length >= items.length &&
    there.items.every((item, i) => {
      const one = items[i];
      if (one === undefined) return later.includes(item.purpose);
      return item.id === one.id && item.purpose === one.purpose && same(item.box, one.box);
    })
  );
}

const isSameEnvelope = (a: Envelope, b: Envelope | undefined): boolean =>
  b !== undefined && a.to === b.to && a.of === b.of && same(a.box, b.box);

const same = (a: Uint8Array, b: Uint8Array): boolean => hex(a) === hex(b);
