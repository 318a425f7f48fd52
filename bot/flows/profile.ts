/** A deployment as data: what `profiles/<name>/` holds once it is read. */
import type { HolidayYear } from '../../domain/calendar/holidays.js';
import type { PublicDay } from '../../domain/calendar/public-days.js';
import type { Lang } from '../dialogue/types.js';
import type { Lexicon } from '../dialogue/model.js';
import type { Lessons } from '../dialogue/understand/intents/intents.js';
import type { Graph } from '../../questions/types.js';

export type InLangs = Readonly<Record<Lang, string>>;

/** Who runs the line: feeds the greeting, the privacy text and every footer. */
export interface Operator {
  /** true: an example that nobody stands behind; refused in production */
  readonly sample: boolean;
  readonly legalName: InLangs;
  readonly registration: string;
  readonly filing: string;
  readonly privacyContact: string;
  readonly retention: InLangs;
  /** set only when the operator is the authority that the texts speak for, with the reference of its filing */
  readonly authority: { readonly name: string; readonly filing: string } | null;
}

/** Another way to report. */
export interface ReportingWay {
  readonly kind: 'phone' | 'web' | 'account' | 'visit' | 'mail';
  readonly name: InLangs;
  readonly value: string;
  readonly note?: InLangs;
}

export interface ProfileCalendar {
  /** true: China's holidays, as they are announced, wherever `years` says nothing else */
  readonly china: boolean;
  readonly years: readonly HolidayYear[];
}

export interface Profile {
  readonly name: string;
  readonly langs: readonly Lang[];
  readonly operator: Operator;
  readonly ways: readonly ReportingWay[];
  /** the numbers to call: in danger, and instead of a chat or a form */
  readonly facts: { readonly emergency: string; readonly telephone: string };
  readonly promise: { readonly readWithinWorkingDays: number };
  readonly calendar: ProfileCalendar;
  /** the days that the line tells about */
  readonly days: readonly PublicDay[];
  /** the present graph first, then older ones that drafts may still be pinned to */
  readonly graphs: readonly Graph[];
  readonly texts: Readonly<Record<Lang, ReadonlyMap<string, string>>>;
  readonly lexicon: Readonly<Record<Lang, Lexicon>>;
  /** what first messages mean, by example */
  readonly lessons: Readonly<Record<Lang, Lessons>>;
}
