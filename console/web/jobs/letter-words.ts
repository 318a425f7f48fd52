/** What a letter is and why it was not delivered, in words. */
import type { Letter } from '../api/jobs-types.js';
import { en, type JobWords } from './job-words.js';

type Alert = keyof typeof en.alerts;
type Kind = keyof typeof en.kinds;
type Reason = keyof typeof en.reasons;

const prefix = 'alert.';
const isAlert = (name: string): name is Alert => Object.hasOwn(en.alerts, name);
const isKind = (kind: string): kind is Kind => Object.hasOwn(en.kinds, kind);

/** What it says; one that is newer than this page, by its code. */
export function letterWords(t: JobWords, { code }: Pick<Letter, 'code'>): string {
  const name = code.startsWith(prefix) ? code.slice(prefix.length) : '';
  return isAlert(name) ? t(`alerts.${name}`) : code;
}

/** By what it goes. */
export const kindWords = (t: JobWords, { kind }: Pick<Letter, 'kind'>): string =>
  isKind(kind) ? t(`kinds.${kind}`) : kind;

/** The day on which it was written (YYYY-MM-DD), as its id names it; null: it does not. */
export const dayOf = ({ id }: Pick<Letter, 'id'>): string | null =>
  /\.(\d{4}-\d{2}-\d{2})$/.exec(id)?.[1] ?? null;

const plain: Readonly<Record<string, Reason>> = {
  'not-set-up': 'notSetUp',
  'no-alert': 'noAlert',
  'sign-in': 'signIn',
  tls: 'tls',
  'timed-out': 'timedOut',
  'no-connection': 'noConnection',
};
/** Answers of a web server that may be others in a while. */
const passing: readonly string[] = ['408', '425', '429'];

/** Why it was not delivered, and the number that the other side said. */
export function reasonOf(reason: string): { readonly key: Reason; readonly code: string } {
  const [, by = '', code = ''] = /^(smtp|http)-(\d{3})$/.exec(reason) ?? [];
  if (by === 'smtp') return { key: code.startsWith('4') ? 'smtpLater' : 'smtpRefused', code };
  if (by === 'http')
    return { key: code.startsWith('5') || passing.includes(code) ? 'httpLater' : 'httpRefused', code };
  return { key: plain[reason] ?? 'other', code: reason };
}
