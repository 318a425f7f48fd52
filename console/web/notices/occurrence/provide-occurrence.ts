import { computed, onScopeDispose, provide, ref, shallowRef, watch } from 'vue';
import type { Lang } from '../../api/common-types.js';
import type { Notice } from '../../api/notice-types.js';
import type { Occurrence } from '../../api/occurrence-types.js';
import { useSessionEvents } from '../../composables/use-session-events.js';
import { createSaving, type SaveState } from '../../saving/autosave.js';
import { useServices } from '../../services/services.js';
import type { ValuesDay } from '../words/day-values.js';
import { withLive } from '../words/live-problems.js';
import { contentOf, occurrenceSaving, type OccurrenceContent } from './content.js';
import { NotSavedError, occurrenceDeskKey, type OccurrenceDesk } from './occurrence-desk.js';

/** Puts the parts of an occurrence's page together, for one that was loaded. */
export function provideOccurrence(first: Occurrence, definition: Notice | null): OccurrenceDesk {
  const { clock, connection, notices, preferences } = useServices();
  const occurrence = shallowRef(first);
  const content = shallowRef(contentOf(first));
  const saving = shallowRef<SaveState<Occurrence>>({ kind: 'saved' });
  const savedAt = ref<number | null>(null);
  const lang = ref<Lang>(preferences.language.value);
  const [asked, tagMissing] = [ref(false), ref(false)];
  const open = computed(() => occurrence.value.steps.includes('edit'));
  const day = computed((): ValuesDay => {
    const { on, nominal } = occurrence.value;
    return { on, nominal, since: definition?.since ?? null };
  });

  const autosave = createSaving<Occurrence, OccurrenceContent, Occurrence>(first, occurrenceSaving, {
    content: () => content.value,
    send: ({ texts, ways, article }, revision) =>
      notices.change(first.id, revision, { texts, ways, article }),
    newest: () => notices.get(first.id),
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    show: (state) => {
      saving.value = state;
      if (state.kind === 'closed') occurrence.value = state.theirs;
    },
    saved: (answer) => {
      savedAt.value = clock.now();
      // numbers that somebody typed may have become placeholders
      if (autosave.isDirty()) occurrence.value = answer;
      else adopt(answer);
    },
  });

  function adopt(next: Occurrence): void {
    occurrence.value = next;
    content.value = contentOf(next);
    autosave.rebase(next);
  }

  async function refresh(): Promise<void> {
    const next = await notices.get(first.id);
    // an answer that was overtaken by a saving
    if (next.revision < autosave.revision()) return;
    if (!autosave.isDirty()) adopt(next);
    else if (occurrence.value.state === next.state)
      occurrence.value = { ...next, revision: autosave.revision() };
    else void autosave.flush();
  }

  const desk: OccurrenceDesk = {
    ...{ occurrence, content, open, day, lang, asked, tagMissing, saving, savedAt, refresh },
    definition: shallowRef(definition),
    problems: computed(() =>
      open.value
        ? withLive(occurrence.value.problems, content.value.texts, day.value)
        : occurrence.value.problems,
    ),
    write: (part) => {
      content.value = { ...content.value, ...part };
      autosave.touch();
    },
    flush: () => autosave.flush(),
    step: async (request) => {
      if (!(await autosave.flush())) throw new NotSavedError();
      adopt(await notices.step(first.id, { ...request, revision: autosave.revision() }));
    },
    actOnSend: async (way, act, answer) => {
      adopt(await notices.actOnSend(first.id, way, act, answer));
    },
    limitSend: async (way, limits) => {
      adopt(await notices.limitSend(first.id, way, limits));
    },
    decide: async (whose) => {
      if (saving.value.kind !== 'stale') return;
      const { theirs } = saving.value;
      if (whose === 'theirs') {
        adopt(theirs);
        return;
      }
      const { value: mine } = content;
      adopt(theirs);
      content.value = mine;
      await autosave.flush();
    },
  };

  watch(connection.offline, (offline) => {
    if (!offline) autosave.retry();
  });
  useSessionEvents({
    resumed: () => {
      autosave.retry();
    },
  });
  onScopeDispose(() => {
    autosave.stop();
  });
  provide(occurrenceDeskKey, desk);
  return desk;
}
