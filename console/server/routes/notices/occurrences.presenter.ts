/** Planned notices as the console's page gets them. */
import type { Actor } from '../../../../domain/articles/take-step.js';
import { displacedBy, type Budget } from '../../../../domain/notices/budget.js';
import type { NoticeProblem } from '../../../../domain/notices/check-words.js';
import { nameOn } from '../../../../domain/notices/notice-words.js';
import type { InLangs, Notice } from '../../../../domain/notices/notice.js';
import type { Occurrence, OccurrenceLine } from '../../../../domain/notices/occurrence.js';
import type { Reach } from '../../../../domain/notices/ports.js';
import { audienceOf } from '../../../../domain/notices/preview-notices.js';
import { occurrenceStepsFor } from '../../../../domain/notices/take-occurrence-step.js';
import type { Send } from '../../../../domain/sending/send.js';
import { presentPlanned } from '../over-budget.js';
import { iso } from '../page.js';
import { namedOrNull, presentBudget, presentTexts, presentWays, type NameOf } from './notices.presenter.js';
import { presentSend } from './sends.presenter.js';

type Dated = Pick<OccurrenceLine, 'notice' | 'on' | 'nominal' | 'ways'>;

/** What it is called on its day; a notice that is no more is called by its id. */
function nameFor({ notice: id, on, nominal }: Dated, notice: Notice | null): InLangs<string> {
  return notice === null ? { zh: id, en: id } : nameOn(notice.name, { on, nominal, since: notice.since });
}

/** How many each way would reach now; null: the way is off, or nobody knows. */
function reachOf(one: Dated, people: Reach) {
  const audience = new Map(audienceOf(one, people).map(({ way, recipients }) => [way, recipients]));
  return {
    mass: audience.get('mass') ?? null,
    account: audience.get('account') ?? null,
    mini: audience.get('mini') ?? null,
  };
}

export function presentOccurrenceLine(
  line: OccurrenceLine,
  { notice, people }: { readonly notice: Notice | null; readonly people: Reach },
) {
  const { id, revision, on, nominal, lead, at, state, stateAt, ways, confirmed, moved } = line;
  return {
    ...{ id, notice: line.notice, revision, name: nameFor(line, notice), on, nominal, lead, at: iso(at) },
    ...{ state, stateAt: iso(stateAt), ways: presentWays(ways), confirmed, moved },
    reach: reachOf(line, people),
  };
}

export interface ShownOccurrence {
  readonly notice: Notice | null;
  readonly nameOf: NameOf;
  readonly actor: Actor;
  readonly problems: readonly NoticeProblem[];
  readonly people: Reach;
  readonly budget: Budget;
  readonly sends: readonly Send[];
  readonly now: number;
}

/** The whole occurrence, with what this person may do with it now. */
export function presentOccurrence(occurrence: Occurrence, shown: ShownOccurrence) {
  const { nameOf, actor, problems, sends, now } = shown;
  const { windowEndsAt, templates, texts, article, createdFrom, followsRule, touched } = occurrence;
  const { editedBy, editedAt, submittedBy, approvedBy, checks, notes, startedAt, outcome } = occurrence;
  return {
    ...presentOccurrenceLine(occurrence, shown),
    windowEndsAt: iso(windowEndsAt),
    ...{ templates: presentTexts(templates), texts: presentTexts(texts), article },
    ...{ createdFrom, followsRule, touched },
    ...{ editedBy: namedOrNull(nameOf, editedBy), editedAt: iso(editedAt) },
    submittedBy: namedOrNull(nameOf, submittedBy),
    approvedBy: namedOrNull(nameOf, approvedBy),
    checks,
    notes: notes.map(({ by, at, text }) => ({ by: nameOf(by), at: iso(at), text })),
    startedAt: startedAt === null ? null : iso(startedAt),
    outcome:
      outcome &&
      outcome.map(({ way, state, sent, skipped, doubt, reason }) => ({
        ...{ way, state, sent, skipped, doubt, reason },
      })),
    events: occurrence.events.map(({ at, by, what, detail }) => ({
      ...{ at: iso(at), by: namedOrNull(nameOf, by), what, detail },
    })),
    sends: sends.map((send) => presentSend(send, actor, now)),
    steps: occurrenceStepsFor(actor, occurrence),
    problems,
    budget: costOf(occurrence, shown.budget),
  };
}

/** The budget of its day, and what would lose its place if this one takes a unit of it; null: nothing would. */
function costOf({ id, at, ways }: Occurrence, budget: Budget) {
  const displaces = ways.mass === null ? null : displacedBy({ kind: 'notice', id, at }, budget);
  return { ...presentBudget(budget), displaces: displaces && displaces.map(presentPlanned) };
}
