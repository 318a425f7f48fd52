import { computed, nextTick, ref, shallowRef } from 'vue';
import { ApiError, isRefusal } from '../api/api-error.js';
import type { HolidayMove, HolidayYear } from '../api/holiday-types.js';
import { useListDates } from '../articles/list-dates.js';
import { useAction } from '../composables/use-action.js';
import { useLeaveWarning } from '../composables/use-leave-warning.js';
import { useServices } from '../services/services.js';
import { rowProblemWords, useHolidayWords } from './holiday-words.js';
import { readAnnouncement } from './read-announcement.js';
import {
  announcedOf,
  createKeys,
  emptyOff,
  inputOf,
  inputProblems,
  type OffRow,
  type RowProblem,
  type YearInput,
} from './year-input.js';

/** The rows of a year, what is wrong with them, what would move, and their saving. */
export function useHolidayForm(known: HolidayYear, saved: () => void) {
  const { holidays, toasts } = useServices();
  const { t } = useHolidayWords();
  const moments = useListDates();
  const action = useAction();
  const key = createKeys();
  const input = shallowRef<YearInput>(inputOf(known, key));
  const first = JSON.stringify(announcedOf(input.value));
  const revision = ref(known.revision);
  const pasted = ref('');
  const told = ref('');
  const problems = shallowRef<readonly RowProblem[]>([]);
  /** of what stands in the rows now; null: not looked at since they changed */
  const moves = shallowRef<readonly HolidayMove[] | null>(null);
  useLeaveWarning(computed(() => JSON.stringify(announcedOf(input.value)) !== first));

  function write(next: Partial<YearInput>): void {
    input.value = { ...input.value, ...next };
    moves.value = null;
    problems.value = [];
  }
  const writeOff = (at: number, part: Partial<OffRow>): void => {
    write({ off: input.value.off.map((row, n) => (n === at ? { ...row, ...part } : row)) });
  };
  function addOff(): void {
    const row = emptyOff(key());
    write({ off: [...input.value.off, row] });
    void nextTick(() => document.getElementById(`off-${row.key}`)?.focus());
  }
  function addWorked(): void {
    const row = { key: key(), day: '' };
    write({ worked: [...input.value.worked, row] });
    void nextTick(() => document.getElementById(`worked-${row.key}`)?.focus());
  }
  function readPasted(): void {
    const found = readAnnouncement(pasted.value, known.year);
    if (found === null) {
      told.value = t('holidays.readNothing', { year: known.year });
      return;
    }
    write(inputOf(found, key));
    told.value = t('holidays.readDone', { count: found.off.length, worked: found.worked.length });
  }

  const problemAt = (field: string): string | undefined => {
    const found = problems.value.find((one) => one.field === field);
    return found === undefined ? undefined : rowProblemWords(t, found.what, known.year);
  };

  async function look(): Promise<void> {
    problems.value = inputProblems(input.value);
    if (problems.value.length > 0) return focusFirst();
    const done = await action.run(async () => {
      const { items } = await holidays.preview(known.year, announcedOf(input.value));
      moves.value = items;
    });
    if (!done) return refused();
    await nextTick();
    document.getElementById('moves')?.focus();
  }

  async function save(): Promise<void> {
    const done = await action.run(async () => {
      await holidays.save(known.year, revision.value, announcedOf(input.value));
      saved();
    });
    if (done) toasts.show(t('holidays.saved'));
    else await refused();
  }

  /** What the server found is said at its row. */
  async function refused(): Promise<void> {
    const { value: error } = action.error;
    const found = error instanceof ApiError ? error.details['problems'] : undefined;
    if (!Array.isArray(found)) return;
    problems.value = found.filter(isRowProblem);
    moves.value = null;
    await focusFirst();
  }
  async function focusFirst(): Promise<void> {
    await nextTick();
    const [kind, at = '0'] = (problems.value[0]?.field ?? '').split('.');
    const rows = kind === 'worked' ? input.value.worked : input.value.off;
    const row = rows[Number(at)];
    document.getElementById(row === undefined ? 'holiday-error' : `${kind ?? 'off'}-${row.key}`)?.focus();
  }

  const stale = computed(() => {
    const { value: error } = action.error;
    if (!isRefusal(error, 'holidays.stale')) return null;
    const { revision: newer, enteredBy, enteredAt } = error.details;
    return {
      revision: typeof newer === 'number' ? newer : revision.value,
      name:
        typeof enteredBy === 'object' && enteredBy !== null && 'name' in enteredBy
          ? String(enteredBy.name)
          : '',
      at: typeof enteredAt === 'string' ? moments.value.full(enteredAt) : '',
    };
  });
  /** What stands here holds, whatever was entered meanwhile. */
  async function saveOver(): Promise<void> {
    revision.value = stale.value?.revision ?? revision.value;
    await save();
  }

  return {
    ...{ input, pasted, told, moves, problems, action, stale },
    ...{ write, writeOff, addOff, addWorked, readPasted, problemAt, look, save, saveOver },
  };
}

const isRowProblem = (value: unknown): value is RowProblem =>
  typeof value === 'object' && value !== null && 'field' in value && 'what' in value;
