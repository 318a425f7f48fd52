import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import { holdMs } from '../articles/lifecycle.js';
import type { Clock } from '../ports.js';
import { moved } from './move.js';
import { filled, templatesOf } from './notice-words.js';
import type { InLangs, NoticeText, NoticeWays } from './notice.js';
import type { Occurrence } from './occurrence.js';
import type { Notices, Occurrences } from './ports.js';

export interface OccurrenceSaving {
  readonly who: string;
  readonly id: string;
  /** the revision that was read and written on */
  readonly revision: number;
  /** as they read on its day, or with placeholders */
  readonly texts?: InLangs<NoticeText>;
  readonly ways?: NoticeWays;
  readonly article?: string | null;
  /** milliseconds since 1970 */
  readonly at?: number;
}

/** Saves what an editor changed of a draft; what is left out stays. */
export type SaveOccurrence = (saving: OccurrenceSaving) => Promise<Occurrence>;

/** Milliseconds within which the same person's savings are one entry of the log. */
const sittingMs = 10 * 60_000;

/**
 * Nobody's text is overwritten: who saves over a newer revision is told who wrote it. @throws DomainError
 * notice.unknown, notice.stale (with `revision`, `editedBy`, `editedAt`), notice.step_refused, storage.unavailable
 */
export function createSaveOccurrence(ports: {
  occurrences: Occurrences;
  notices: Pick<Notices, 'byId'>;
  clock: Clock;
  record: RecordAct;
}): SaveOccurrence {
  const { occurrences, notices, clock, record } = ports;
  return async ({ who, id, revision, texts, ways, article, at }) => {
    const before = await loaded(occurrences, id, revision);
    if (before.state !== 'draft') throw refusedStep(before);
    const now = clock.now();
    const { on, nominal } = before;
    const day = { on, nominal, since: (await notices.byId(before.notice))?.since ?? null };
    const templates = texts && templatesOf(texts, before.templates, day);
    const change: Partial<Occurrence> = {
      ...{ touched: true, editedBy: who, editedAt: now, submittedBy: null, approvedBy: null, checks: [] },
      ...(templates === undefined ? {} : { templates, texts: filled(templates, day) }),
      ...(ways === undefined ? {} : { ways }),
      ...(article === undefined ? {} : { article }),
      ...(at === undefined || at === before.at ? {} : movedTo(before, at, now)),
    };
    const last = before.events.at(-1);
    const sitting = last?.what === 'edit' && last.by === who && now - last.at < sittingMs;
    if (!sitting) await record({ who, act: 'occurrence.edit', object: `occurrence:${id}` });
    const events = sitting ? { events: before.events } : {};
    const occurrence = { ...moved(before, 'edit', { at: now, by: who, detail: null }, change), ...events };
    await replaced(occurrences, occurrence);
    return occurrence;
  };
}

/** A time set by hand; one that has passed, or is too near to stop anything, means: in ten minutes. */
export function movedTo(
  { at, windowEndsAt }: Pick<Occurrence, 'at' | 'windowEndsAt'>,
  wanted: number,
  now: number,
): Pick<Occurrence, 'at' | 'windowEndsAt' | 'moved'> {
  const placed = Math.max(wanted, now + holdMs);
  return { at: placed, windowEndsAt: placed + windowEndsAt - at, moved: true };
}

/** The occurrence, if words and state still are what was read. @throws DomainError notice.unknown, notice.stale */
export async function loaded(
  occurrences: Pick<Occurrences, 'byId'>,
  id: string,
  revision: number,
): Promise<Occurrence> {
  const occurrence = await occurrences.byId(id);
  if (occurrence === null) throw new DomainError('notice.unknown');
  if (revision < occurrence.basis || revision > occurrence.revision) throw stale(occurrence);
  return occurrence;
}

/** Writes it. @throws DomainError notice.stale when somebody was faster */
export async function replaced(
  occurrences: Pick<Occurrences, 'byId' | 'replace'>,
  occurrence: Occurrence,
): Promise<void> {
  if (await occurrences.replace(occurrence)) return;
  const there = await occurrences.byId(occurrence.id);
  throw there === null ? new DomainError('notice.unknown') : stale(there);
}

const stale = ({ revision, editedBy, editedAt }: Occurrence): DomainError =>
  new DomainError('notice.stale', { details: { revision, editedBy, editedAt } });

export const refusedStep = ({ state }: Pick<Occurrence, 'state'>): DomainError =>
  new DomainError('notice.step_refused', { details: { state } });
