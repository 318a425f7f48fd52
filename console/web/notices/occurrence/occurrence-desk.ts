/** What the parts of an occurrence's page share. */
import { inject, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import type { Lang } from '../../api/common-types.js';
import type { Notice, NoticeProblem, SendWay } from '../../api/notice-types.js';
import type { Occurrence, OccurrenceStepRequest, SendAct, SendLimits } from '../../api/occurrence-types.js';
import type { SaveState } from '../../saving/autosave.js';
import type { ValuesDay } from '../words/day-values.js';
import type { OccurrenceContent } from './content.js';

export interface OccurrenceDesk {
  readonly occurrence: Readonly<ShallowRef<Occurrence>>;
  /** what it is an occurrence of; null: it is not known any more */
  readonly definition: Readonly<ShallowRef<Notice | null>>;
  /** as it stands on the page */
  readonly content: Readonly<ShallowRef<OccurrenceContent>>;
  /** Whether somebody may write in it now. */
  readonly open: ComputedRef<boolean>;
  readonly day: ComputedRef<ValuesDay>;
  readonly problems: ComputedRef<readonly NoticeProblem[]>;
  /** the language that the phone shows */
  readonly lang: Ref<Lang>;
  /** It goes to a tag, and no tag is named yet. */
  readonly tagMissing: Ref<boolean>;
  /** Somebody asked to send it on: from then on fields say what is missing. */
  readonly asked: Ref<boolean>;
  readonly saving: Readonly<ShallowRef<SaveState<Occurrence>>>;
  /** server's time of the last saving, milliseconds; null: none in this window */
  readonly savedAt: Readonly<Ref<number | null>>;
  /** Changes what is on the page; it is saved in a moment. */
  write(part: Partial<OccurrenceContent>): void;
  /** Saves what is not saved. True: nothing is unsaved now. */
  flush(): Promise<boolean>;
  /** Saves first, then takes it. @throws ApiError, OfflineError; NotSavedError */
  step(request: Omit<OccurrenceStepRequest, 'revision'>): Promise<void>;
  /** @throws ApiError, OfflineError */
  actOnSend(way: SendWay, act: SendAct, answer?: 'sent' | 'not_sent'): Promise<void>;
  /** @throws ApiError, OfflineError */
  limitSend(way: SendWay, limits: SendLimits): Promise<void>;
  /** Loads what may have changed at the server. */
  refresh(): Promise<void>;
  /** Of two texts this one holds. */
  decide(whose: 'theirs' | 'mine'): Promise<void>;
}

/** The step was not taken, because what is on the page could not be saved before it. */
export class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
  constructor() {
    super('not saved');
  }
}

export const occurrenceDeskKey: InjectionKey<OccurrenceDesk> = Symbol('occurrence desk');

export function useOccurrenceDesk(): OccurrenceDesk {
  const desk = inject(occurrenceDeskKey);
  if (desk === undefined) throw new Error('no occurrence was provided');
  return desk;
}
