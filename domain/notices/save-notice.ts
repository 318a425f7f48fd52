/** What editors do with notices: make one, change one, put one to rest. Its drafts follow at once. */
import type { RecordAct } from '../audit/record-act.js';
import { hex } from '../bytes.js';
import type { ReadHolidays } from '../calendar/ports.js';
import { DomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import { checkNotice } from './check-notice.js';
import { stops } from './check-words.js';
import type { Notice, NoticeContent } from './notice.js';
import { planNotice } from './plan-notice.js';
import type { Notices, Occurrences } from './ports.js';

export interface NoticePorts {
  readonly notices: Notices;
  readonly occurrences: Occurrences;
  readonly readHolidays: ReadHolidays;
  readonly clock: Clock;
  readonly random: Random;
  readonly record: RecordAct;
  readonly zone: string;
}

export interface NoticeSaving {
  readonly who: string;
  readonly id: string;
  /** the revision that was read and written on */
  readonly revision: number;
}

/** @throws DomainError notice.not_ready with `problems`, storage.unavailable */
export type NewNotice = (who: string, content: NoticeContent) => Promise<Notice>;

export function createNewNotice(ports: NoticePorts): NewNotice {
  const { notices, clock, random, record } = ports;
  return async (who, content) => {
    await ready(ports, content);
    const id = hex(random(16));
    const notice: Notice = {
      ...{ ...content, id, revision: 1, active: true, source: 'desk' },
      ...{ editedBy: who, editedAt: clock.now() },
    };
    await record({ who, act: 'notice.create', object: `notice:${id}` });
    if (!(await notices.insert(notice))) throw new DomainError('internal.unexpected');
    await planNotice(ports, notice);
    return notice;
  };
}

/** Nobody's words are overwritten. @throws DomainError notice.unknown, notice.stale, notice.not_ready, storage.unavailable */
export type SaveNotice = (saving: NoticeSaving, content: NoticeContent) => Promise<Notice>;

export function createSaveNotice(ports: NoticePorts): SaveNotice {
  return async (saving, content) => {
    const before = await loadedNotice(ports.notices, saving.id, saving.revision);
    await ready(ports, content);
    const by = { editedBy: saving.who, editedAt: ports.clock.now() };
    return written(ports, saving.who, 'notice.edit', { ...before, ...content, ...by });
  };
}

/**
 * One at rest makes no drafts; what was planned of it waits as a draft. @throws DomainError notice.unknown, notice.stale
 * when somebody saved it at the same moment, storage.unavailable
 */
export type ActivateNotice = (who: string, id: string, active: boolean) => Promise<Notice>;

export function createActivateNotice(ports: NoticePorts): ActivateNotice {
  return async (who, id, active) => {
    const before = await ports.notices.byId(id);
    if (before === null) throw new DomainError('notice.unknown');
    if (before.active === active) return before;
    return written(ports, who, active ? 'notice.activate' : 'notice.rest', { ...before, active });
  };
}

async function written(ports: NoticePorts, who: string, act: string, changed: Notice): Promise<Notice> {
  const { notices, record } = ports;
  const notice = { ...changed, revision: changed.revision + 1 };
  await record({ who, act, object: `notice:${notice.id}` });
  if (!(await notices.replace(notice))) {
    const there = await notices.byId(notice.id);
    throw there === null ? new DomainError('notice.unknown') : staleNotice(there);
  }
  await planNotice(ports, notice);
  return notice;
}

async function ready({ readHolidays, clock }: NoticePorts, content: NoticeContent): Promise<void> {
  const holidays = await readHolidays();
  const problems = stops(checkNotice(content, { today: clock.today(), holidays }));
  if (problems.length > 0) throw new DomainError('notice.not_ready', { details: { problems } });
}

async function loadedNotice(notices: Notices, id: string, revision: number): Promise<Notice> {
  const notice = await notices.byId(id);
  if (notice === null) throw new DomainError('notice.unknown');
  if (notice.revision !== revision) throw staleNotice(notice);
  return notice;
}

const staleNotice = ({ revision, editedBy, editedAt }: Notice): DomainError =>
  new DomainError('notice.stale', { details: { revision, editedBy, editedAt } });
