import { nextTick, shallowRef, type ShallowRef } from 'vue';
import { isRefusal } from '../../api/api-error.js';
import type { OccurrenceStepRequest, PlannedSend } from '../../api/occurrence-types.js';
import { useAction } from '../../composables/use-action.js';
import { useDeskWords } from '../../composables/use-desk-words.js';
import { useWords } from '../../composables/use-words.js';
import { useServices } from '../../services/services.js';
import { useNoticeWords } from '../notice-words.js';
import { NotSavedError, useOccurrenceDesk } from './occurrence-desk.js';

export interface StepTaker {
  readonly busy: Readonly<{ readonly value: boolean }>;
  /** what went wrong, in words; null: nothing did */
  readonly wrong: ShallowRef<string | null>;
  /** The month has no room for its mass send: what would lose its place. */
  readonly over: ShallowRef<OverBudget | null>;
  /** True: it was done, and `said` was said. */
  take(request: Omit<OccurrenceStepRequest, 'revision'>, said: string): Promise<boolean>;
  /** The same with anything else that the desk does. */
  run(act: () => Promise<void>, said: string | null): Promise<boolean>;
}

export interface OverBudget {
  readonly period: string;
  readonly most: number;
  readonly sent: number;
  readonly displaces: readonly PlannedSend[];
}

/** Takes steps, and says why one could not be taken; then it is loaded anew, as it is not what was thought. */
export function useOccurrenceStep(): StepTaker {
  const desk = useOccurrenceDesk();
  const { toasts } = useServices();
  const action = useAction();
  const { say } = useWords();
  const desks = useDeskWords();
  const { t } = useNoticeWords();
  const wrong = shallowRef<string | null>(null);
  const over = shallowRef<OverBudget | null>(null);

  function wordsFor(error: unknown): string | null {
    if (error instanceof NotSavedError) return desks.t('saving.before');
    if (isRefusal(error, 'notice.own_review') && error.details['editors'] === true)
      return t('reviewing.editorsFirst');
    return over.value === null ? say(error) : null;
  }

  const run: StepTaker['run'] = async (act, said) => {
    if (action.busy.value) return false;
    wrong.value = null;
    over.value = null;
    if (await action.run(act)) {
      if (said !== null) toasts.show(said);
      await toState();
      return true;
    }
    const error = action.error.value;
    over.value = overOf(error);
    wrong.value = wordsFor(error);
    if (isRefusal(error, 'notice.not_ready')) desk.asked.value = true;
    if (!(error instanceof NotSavedError)) desk.refresh().catch(() => undefined);
    return false;
  };
  return {
    ...{ busy: action.busy, wrong, over, run },
    take: (request, said) => run(() => desk.step(request), said),
  };
}

/** The button that was pressed may be gone with the step: what is so now takes its place. */
async function toState(): Promise<void> {
  await nextTick();
  const panel = document.getElementById('notice-state');
  panel?.scrollIntoView({ block: 'nearest' });
  const { activeElement: active } = document;
  if (active === null || active === document.body) panel?.focus({ preventScroll: true });
}

function overOf(error: unknown): OverBudget | null {
  if (!isRefusal(error, 'notice.over_budget')) return null;
  const { period, most, sent, displaces } = error.details;
  return {
    period: typeof period === 'string' ? period : '',
    most: typeof most === 'number' ? most : 0,
    sent: typeof sent === 'number' ? sent : 0,
    displaces: Array.isArray(displaces) ? displaces.filter(isPlanned) : [],
  };
}

const isPlanned = (value: unknown): value is PlannedSend =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && 'at' in value;
