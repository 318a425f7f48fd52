import type { Editor } from '@tiptap/core';
import { computed, nextTick, onScopeDispose, provide, ref, shallowRef, watch } from 'vue';
import type { Article } from '../api/article-types.js';
import type { Lang } from '../api/common-types.js';
import { useSessionEvents } from '../composables/use-session-events.js';
import { useLine, useServices } from '../services/services.js';
import type { Problem } from './api/desk-types.js';
import { useDeskApi } from './api/use-desk-api.js';
import { deskKey, NotSavedError, type Desk, type Place, type View } from './desk.js';
import { createDraft, draftContent, fillDraft, langs } from './draft.js';
import { fieldId } from './problems/field-ids.js';
import { liveProblems } from './problems/live-problems.js';
import { untranslated } from './problems/untranslated.js';
import { createAutosave, type SaveState } from './saving/autosave.js';
import { isOpenFor } from './saving/same-content.js';
import { usePresence } from './saving/use-presence.js';

/** Puts the parts of the editor together, for one article that was loaded. */
export function provideDesk(first: Article): Desk {
  const { articles, clock, connection, preferences } = useServices();
  const { limits } = useLine();
  const api = useDeskApi();
  const article = shallowRef(first);
  const draft = createDraft(first);
  const serverProblems = shallowRef<readonly Problem[]>(first.problems);
  const saving = shallowRef<SaveState>({ kind: 'saved' });
  const savedAt = ref<number | null>(null);
  const view = ref<View>('write');
  const lang = ref<Lang>(firstLang(first, preferences.language.value));
  const beside = ref(false);
  const [asked, refused] = [ref(false), ref(0)];
  const editors = shallowRef<Readonly<Partial<Record<Lang, Editor>>>>({});
  const reads = new Set<() => void>();
  const content = () => {
    for (const read of reads) read();
    return draftContent(draft);
  };

  const autosave = createAutosave(first, {
    content,
    send: (sent, revision) => articles.save(first.id, { revision, content: sent }),
    newest: () => articles.get(first.id),
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    show: (state) => {
      const same = state.kind === saving.value.kind && (state.kind === 'changed' || state.kind === 'saved');
      if (!same) saving.value = state;
      // what is known of it now is shown, with what is written here beside it
      if (state.kind === 'closed') article.value = { ...state.theirs, revision: autosave.revision() };
      if (state.kind === 'stale' && view.value === 'versions') view.value = 'write';
    },
    saved: ({ revision, editedAt, problems }) => {
      savedAt.value = clock.now();
      serverProblems.value = problems;
      const { state } = article.value;
      article.value = { ...article.value, revision, editedAt };
      // writing in what was published begins a new draft
      if (state !== 'draft') void refresh();
    },
  });

  function adopt(next: Article): void {
    article.value = next;
    serverProblems.value = next.problems;
    fillDraft(draft, next);
    autosave.rebase(next);
  }

  /** Its text is taken over only where nothing was written here that it would replace. */
  async function refresh(): Promise<void> {
    const next = await articles.get(first.id);
    // an answer that was overtaken by a saving
    if (next.revision < autosave.revision()) return;
    if (autosave.isDirty() || saving.value.kind === 'saving') {
      const { revision } = article.value;
      article.value = { ...next, revision };
      if (isOpenFor(next)) autosave.reopen();
    } else adopt(next);
  }

  watch(draft, () => {
    // what was taken over from the server is no change of ours
    if (autosave.isDirty()) autosave.touch();
  });
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

  const alike = computed(() => untranslated(draft));

  const desk: Desk = {
    api,
    ...{ article, draft, view, lang, beside, asked, refused, saving, savedAt, editors, adopt, refresh },
    open: computed(() => isOpenFor(article.value) && saving.value.kind !== 'closed'),
    problems: computed(() => [
      ...liveProblems(draftContent(draft), limits, serverProblems.value),
      ...(alike.value === 0
        ? []
        : [{ level: 'warn', lang: null, field: 'body', code: 'untranslated', count: alike.value } as const]),
    ]),
    others: usePresence(first.id, api),
    sides: computed(() =>
      saving.value.kind === 'stale'
        ? { base: autosave.base(), mine: content(), theirs: saving.value.theirs }
        : null,
    ),
    touch: () => {
      autosave.touch();
    },
    beforeRead: (read) => {
      reads.add(read);
      return () => reads.delete(read);
    },
    flush: () => autosave.flush(),
    flushSoon: () => {
      if (saving.value.kind === 'changed') void autosave.flush();
    },
    saveSlug: async (slug) => {
      if (!(await autosave.flush())) throw new NotSavedError();
      await articles.save(first.id, { revision: autosave.revision(), content: content(), slug });
      await refresh();
    },
    step: async (request) => {
      if (!(await autosave.flush())) throw new NotSavedError();
      adopt(await articles.step(first.id, { ...request, revision: autosave.revision() }));
    },
    reopen: async () => {
      if (!(await autosave.flush())) throw new NotSavedError();
      await articles.save(first.id, { revision: autosave.revision(), content: content() });
      await refresh();
    },
    commented: ({ comments }) => {
      article.value = { ...article.value, comments };
    },
    decide: async () => {
      if (await autosave.look()) view.value = 'merge';
    },
    merged: async (chosen) => {
      if (saving.value.kind !== 'stale') return;
      const { theirs } = saving.value;
      article.value = theirs;
      fillDraft(draft, chosen);
      await nextTick();
      autosave.rebase(theirs);
      view.value = 'write';
      await autosave.flush();
    },
    goTo: (problem) => {
      void go(problem);
    },
  };

  async function go(problem: Place): Promise<void> {
    view.value = 'write';
    if (problem.lang !== null && !beside.value) lang.value = problem.lang;
    await nextTick();
    const field = document.getElementById(fieldId(problem));
    field?.closest('details')?.setAttribute('open', '');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
    const editor = problem.lang === null ? undefined : editors.value[problem.lang];
    if (problem.code === 'picture_without_words' && editor !== undefined) selectWordless(editor);
  }

  provide(deskKey, desk);
  return desk;
}

/** Chooses the first picture that nobody described; Enter then asks for its words. */
function selectWordless(editor: Editor): void {
  const found: number[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'picture' && node.attrs['alt'] === '') found.push(at);
  });
  const [first] = found;
  if (first !== undefined) editor.chain().setNodeSelection(first).scrollIntoView().run();
}

/** The language that is shown at first: one that has a text. */
function firstLang({ texts }: Article, liked: Lang): Lang {
  return (
    langs.find((one) => one === liked && texts[one] !== null) ??
    langs.find((one) => texts[one] !== null) ??
    liked
  );
}
