/** How the step that waits is asked: a question of the report, a side question, the summary, the receipt. */
import { progress } from '../../../questions/walk.js';
import type { Question } from '../../../questions/types.js';
import { pages } from '../asked/summary-pages.js';
import { graphOf, questionAt } from '../draft.js';
import type { DialogueModel } from '../model.js';
import { echo, exampleOf, labelOf, sameWords, say, shown } from '../say.js';
import type { Command, Say, State } from '../types.js';

/** The repair words that are worth a tap here. */
export function offers(model: DialogueModel, state: State): readonly Command[] {
  if (state.aside !== undefined || state.at === 'summary' || state.at === 'receipt') return ['help'];
  const question = questionAt(model, state);
  return question?.optional === true && question.kind !== 'files'
    ? ['skip', 'back', 'help', 'save']
    : ['back', 'help', 'save'];
}

/** The question, or the side question, that waits for an answer. */
export function asking(model: DialogueModel, state: State): readonly Say[] {
  if (state.aside !== undefined) return asideAsking(model, state, state.aside.text ?? '');
  if (state.at === 'summary') return summaryPage(model, state);
  if (state.at === 'receipt') return [say('receipt.ask')];
  const question = questionAt(model, state);
  return question === null ? [] : [head(model, state), ...wording(model, state, question)];
}

/** The position line: question n of about total. */
const head = (model: DialogueModel, state: State): Say =>
  say('q.head', progress(graphOf(model, state), state.answers, state.at));

/** In full as long as that helps; then in other words; then it only waits, until somebody asks to hear it. */
function wording(model: DialogueModel, state: State, question: Question): readonly Say[] {
  const label = { ids: { label: [labelOf(question)] } };
  const asks = state.asks ?? 0;
  if (asks > 2 * sameWords) return [{ text: 'ask.waits', ...label }];
  if (asks > sameWords)
    return [{ text: 'ask.shorter', ids: { ...label.ids, example: [exampleOf(model, question)] } }];
  const now = state.answers[question.id];
  return [
    say(`q.${question.id}.ask`),
    ...(question.kind === 'story' ? storyLines(state) : []),
    ...(now === undefined || ['story', 'files', 'consent'].includes(question.kind)
      ? []
      : [{ text: 'back.was', ...shown(question, now) }]),
    ...(question.optional && question.kind !== 'files' ? [say('q.optional')] : []),
  ];
}

function storyLines(state: State): readonly Say[] {
  const last = state.parts.at(-1);
  return last === undefined ? [say('story.first')] : [say('story.was', { words: echo(last) })];
}

function asideAsking(model: DialogueModel, state: State, text: string): readonly Say[] {
  switch (state.aside?.kind) {
    case 'question':
      return [say('story.question', { words: echo(text) })];
    case 'transcript':
      return [say('voice.transcript', { words: Array.from(text).slice(0, 240).join('') })];
    case 'delete':
      return [say('delete.ask', { n: Object.keys(state.answers).length })];
    case 'end':
      return [say('end.ask')];
    case 'change':
      return [say('change.head')];
    case 'correct': {
      const question = questionAt(model, state);
      return [
        {
          text: 'correct.ask',
          with: { words: echo(text) },
          ids: { label: question === null ? [] : [labelOf(question)] },
        },
      ];
    }
    case 'waiting':
      return [say('files.waiting', { k: state.files.filter((file) => file.state === 'fetching').length })];
    default:
      return [];
  }
}

/** One page of the summary with what stands around it. */
function summaryPage(model: DialogueModel, state: State): readonly Say[] {
  const all = pages(model, state);
  const page = Math.min(state.page, all.length - 1);
  const last = page === all.length - 1;
  const saved = state.files.filter((file) => file.state === 'saved').length;
  return [
    say('summary.head'),
    ...(all.length > 1 ? [say('summary.page', { page: page + 1, pages: all.length })] : []),
    ...(all[page] ?? []),
    ...(last && state.files.length > 0 ? [say('summary.files', { n: state.files.length, m: saved })] : []),
    ...(last && state.notes.length > 0 ? [say('summary.notes', { n: state.notes.length })] : []),
    say('summary.ask'),
  ];
}
