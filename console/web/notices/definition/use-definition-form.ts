import { computed, nextTick, ref, shallowRef } from 'vue';
import { isRefusal } from '../../api/api-error.js';
import type { Lang } from '../../api/common-types.js';
import type { Notice, NoticeProblem, RuleDay } from '../../api/notice-types.js';
import { createZone } from '../../articles/calendar-zone.js';
import { useListDates } from '../../articles/list-dates.js';
import type { FormProblem } from '../../components/form-problem.js';
import { useAction } from '../../composables/use-action.js';
import { useLeaveWarning } from '../../composables/use-leave-warning.js';
import { useLine, useServices } from '../../services/services.js';
import { useNoticeWords } from '../notice-words.js';
import { problemField, problemWords } from '../occurrence/problem-words.js';
import { problemsAt, stops, wordProblems } from '../words/live-problems.js';
import {
  contentOf,
  emptyInput,
  inputOf,
  inputProblems,
  ruleOf,
  type DefinitionInput,
  type DefinitionProblem,
} from './definition-input.js';

/** What is filled in, what is wrong with it, and its saving. @param notice null: a new one */
export function useDefinitionForm(notice: Notice | null, saved: (notice: Notice) => void) {
  const { clock, notices, toasts } = useServices();
  const zone = createZone(useLine().zone);
  const { t } = useNoticeWords();
  const moments = useListDates();
  const action = useAction();
  const first = notice === null ? emptyInput : inputOf(notice);
  const input = shallowRef<DefinitionInput>(first);
  const revision = ref(notice?.revision ?? 0);
  const asked = ref(false);
  const tagMissing = ref(false);
  /** what the server found at the last try */
  const served = shallowRef<readonly NoticeProblem[]>([]);
  const summary = shallowRef<readonly FormProblem[]>([]);
  /** the next day of the rule, for which words are filled */
  const next = shallowRef<RuleDay | null>(null);
  useLeaveWarning(computed(() => JSON.stringify(input.value) !== JSON.stringify(first)));

  const rule = computed(() => ruleOf(input.value));
  const since = computed(() => (/^\d{4}$/.test(input.value.since.trim()) ? Number(input.value.since) : null));
  const day = computed(() => {
    const today = zone.wall(clock.now()).day;
    return {
      on: next.value?.on ?? today,
      nominal: next.value?.nominal ?? today,
      since: since.value,
    };
  });
  const ways = computed((): readonly NoticeProblem[] => {
    const { mass, account, mini } = input.value.ways;
    const found = (code: string): NoticeProblem => ({ level: 'stop', lang: null, field: 'ways', code });
    return [
      ...(mass === null && !account && !mini ? [found('no_way')] : []),
      ...(mass !== null && account ? [found('gets_it_twice')] : []),
    ];
  });
  const problems = computed(() => [
    ...wordProblems(input.value.texts, day.value),
    ...ways.value,
    ...served.value,
  ]);
  const own = computed(() => inputProblems(input.value));
  /** What is missing is said once somebody wanted to save, all else at once. */
  const errorsOf = (lang: Lang | null, field: string): readonly string[] =>
    problemsAt(problems.value, lang, field)
      .filter(({ code }) => asked.value || (code !== 'missing' && code !== 'no_way'))
      .map((problem) => problemWords(t, problem));

  const fields: Readonly<Record<DefinitionProblem, { readonly id: string; readonly words: () => string }>> = {
    nameZh: { id: 'day-name-zh', words: () => t('problems.name.zh') },
    nameEn: { id: 'day-name-en', words: () => t('problems.name.en') },
    rule: { id: 'rule-day', words: () => t('ruleWords.incomplete') },
    since: { id: 'day-since', words: () => t('definition.countedWrong') },
    at: { id: 'day-at', words: () => t('problems.malformed') },
    ahead: { id: 'day-ahead', words: () => t('definition.aheadWrong') },
    leads: { id: 'day-ahead', words: () => t('definition.leadsNone') },
    window: { id: 'day-window', words: () => t('definition.windowWrong') },
  };
  /** What a field says is wrong with it; undefined: nothing, or nobody wanted to save yet. */
  const wordsOf = (...which: readonly DefinitionProblem[]): string | undefined => {
    const found = which.find((problem) => own.value.includes(problem));
    return asked.value && found !== undefined ? fields[found].words() : undefined;
  };

  const summed = (): readonly FormProblem[] => [
    ...own.value.map((problem) => ({ field: fields[problem].id, text: fields[problem].words() })),
    ...stops(problems.value).map((problem) => ({
      field: problemField(problem),
      text: [...(problem.lang === null ? [] : [t(`words.${problem.lang}`)]), problemWords(t, problem)].join(
        ' · ',
      ),
    })),
    ...(tagMissing.value ? [{ field: 'notice-tag', text: t('wayChoice.tagMissing') }] : []),
  ];

  async function save(): Promise<void> {
    asked.value = true;
    summary.value = summed();
    const content = contentOf(input.value);
    if (content === null || summary.value.length > 0) return;
    const done = await action.run(async () => {
      saved(
        notice === null
          ? await notices.create(content)
          : await notices.save(notice.id, revision.value, content),
      );
    });
    if (done) toasts.show(t(notice === null ? 'definition.made' : 'definition.saved'));
    else await refused();
  }

  /** What the server found is said where it is. */
  async function refused(): Promise<void> {
    const { value: error } = action.error;
    if (!isRefusal(error, 'notice.not_ready')) return;
    const { problems: found } = error.details;
    served.value = Array.isArray(found) ? found.filter(isProblem) : [];
    await nextTick();
    summary.value = summed();
  }

  /** Somebody else saved it meanwhile; null: nobody did. */
  const stale = computed(() => {
    const { value: error } = action.error;
    if (!isRefusal(error, 'notice.stale')) return null;
    const { revision: newer, editedBy, editedAt } = error.details;
    return {
      revision: typeof newer === 'number' ? newer : revision.value,
      name: isNamed(editedBy) ? editedBy.name : '',
      at: typeof editedAt === 'string' ? moments.value.full(editedAt) : '',
    };
  });

  return {
    ...{ input, action, tagMissing, served, summary, next, rule, since, day, stale },
    ...{ errorsOf, wordsOf, save },
    write: (part: Partial<DefinitionInput>): void => {
      input.value = { ...input.value, ...part };
      served.value = [];
    },
    /** What stands here holds, whatever was saved meanwhile. */
    saveOver: async (): Promise<void> => {
      revision.value = stale.value?.revision ?? revision.value;
      await save();
    },
  };
}

export type DefinitionForm = ReturnType<typeof useDefinitionForm>;

const isProblem = (value: unknown): value is NoticeProblem =>
  typeof value === 'object' && value !== null && 'level' in value && 'field' in value && 'code' in value;

const isNamed = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
