/** What staff are told outside the desk: that they should look, never a subject, a number or the kind of a report. */
import type { NewLetter, Params } from '../outbox/letter.js';

export const alertKinds = [
  /** there is work on the desk */
  'work',
  /** a year's holidays are not confirmed */
  'calendar_unconfirmed',
  /** tomorrow an administrator of the account has to confirm */
  'admin_needed_tomorrow',
  /** an administrator of the account has to confirm within 30 minutes */
  'admin_needed_now',
  /** nothing that was planned goes out */
  'held',
  /** a job failed three times in a row */
  'job_failing',
  /** the platform's answer to a send was lost */
  'send_in_doubt',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export interface Alert {
  readonly kind: AlertKind;
  /** what tells this alert from others of its kind; the same is told once a day */
  readonly fact: string;
  readonly params: Params;
}

const prefix = 'alert.';

/** The alert as a letter of some channel, told at most once on a day. */
export function letterOf({ kind, fact, params }: Alert, channel: string, day: string): NewLetter {
  return { id: `${prefix}${kind}.${fact}.${day}`, kind: channel, to: null, code: `${prefix}${kind}`, params };
}

/** What a letter tells; null: it is no alert. */
export function kindOf({ code }: Pick<NewLetter, 'code'>): AlertKind | null {
  return alertKinds.find((kind) => code === `${prefix}${kind}`) ?? null;
}
