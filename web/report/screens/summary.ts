/** All answers to check, and the button that sends them. */
import { h } from '../../phone/dom.js';
import type { Question } from '../../../questions/types.js';
import { skipped, standing, unknown } from '../../../questions/walk.js';
import { labelOf, textOf, type Draft } from '../journeys/draft.js';
import {
  backButton,
  button,
  createProblems,
  heading,
  paragraph,
  type Complaint,
  type Screen,
} from '../parts.js';
import type { Lang } from '../ports.js';
import { writtenDays } from '../state/written-day.js';
import type { Texts } from '../texts/texts.js';
import { noticeOf } from './question.js';

export interface SummaryParts {
  readonly draft: Draft;
  readonly texts: Texts;
  readonly lang: Lang;
  readonly back: () => void;
  readonly change: (id: string) => void;
  readonly send: () => void;
  readonly sendWithout: () => void;
  readonly remove: () => void;
  /** what went wrong when it was tried before */
  readonly trouble: readonly Complaint[];
}

export function summaryScreen(parts: SummaryParts): Screen & { readonly forget: () => void } {
  const { draft, texts, back, remove, trouble } = parts;
  const says = texts.summary;
  const { graph, answers } = draft.form;
  const problems = createProblems(texts.trouble.title);
  if (trouble.length > 0)
    queueMicrotask(() => {
      problems.show(trouble);
    });
  const sending = h('div', { class: 'sending' });
  const files = h('dd', {});
  const update = (): void => {
    files.textContent = filesWords(parts);
    sending.replaceChildren(...sendingNodes(parts));
  };
  const forgets = draft.report.files().map((file) => file.onChange(settled(file, update)));
  update();
  const row = (question: Question): HTMLElement => {
    const label = labelOf(draft, question);
    const change = button(
      says.change,
      () => {
        parts.change(question.id);
      },
      'quiet',
    );
    change.setAttribute('aria-label', says.changeOf(label));
    const value = question.kind === 'files' ? files : h('dd', {}, ...valueNodes(question, parts));
    return h('div', {}, h('dt', {}, label), value, h('dd', { class: 'change' }, change));
  };
  return {
    title: says.title,
    body: [
      backButton(texts.form.back, back),
      ...noticeOf(draft.notice),
      problems.element,
      heading(says.title),
      paragraph(says.help),
      h('dl', { class: 'summary' }, ...standing(graph, answers).map(row)),
      sending,
      h('div', { class: 'apart' }, button(says.remove, remove, 'quiet')),
    ],
    forget: () => {
      for (const forget of forgets) forget();
    },
  };
}

/** Only a file's arriving or stopping changes the page, not every part of it. */
function settled(file: { readonly state: string }, update: () => void): () => void {
  let before = file.state;
  return () => {
    if (file.state === before) return;
    before = file.state;
    update();
  };
}

function filesWords({ draft, texts }: SummaryParts): string {
  const all = draft.report.files();
  return texts.summary.filesSafe(all.filter(({ state }) => state === 'done').length, all.length);
}

function sendingNodes({ draft, texts, send, sendWithout }: SummaryParts): readonly Node[] {
  const says = texts.summary;
  const open = draft.report.files().filter(({ state }) => state !== 'done').length;
  if (open === 0) return [button(says.send, send, 'main')];
  return [
    paragraph(says.waiting(open), 'notice'),
    h(
      'div',
      { class: 'buttons' },
      button(says.waitAndSend, send, 'main'),
      button(says.sendWithout(open), sendWithout),
    ),
  ];
}

function valueNodes(
  { id, kind }: Question,
  { draft, texts, lang }: SummaryParts,
): readonly (Node | string)[] {
  const value = draft.form.answers[id];
  const says = texts.summary;
  if (value === undefined || value.code === skipped) return [h('span', { class: 'none' }, says.skipped)];
  if (value.code === unknown) return [h('span', { class: 'none' }, says.unknown)];
  if (kind === 'consent') return [says.agreed];
  if (kind === 'choice') return [textOf(draft, `c.${id}.${value.code ?? ''}`)];
  const words = value.words.split('\n').map((line) => h('p', { translate: 'no' }, line));
  if (value.days === undefined) return words;
  return [...words, paragraph(texts.form.understood(writtenDays(value.days, lang)), 'hint')];
}
