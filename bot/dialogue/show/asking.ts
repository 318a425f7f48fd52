/** What is asked and what can be chosen at every step of a report: one table, read by asking and by accepting. */
import type { Question } from '../../../questions/types.js';
import { questionBefore, standing } from '../../../questions/walk.js';
import type { DialogueModel } from '../model.js';
import { summaryChoices, summaryPage } from '../asked/summary-pages.js';
import { echo, graphOf, head, labelOf, questionAt, say, shown } from '../talk.js';
import type { Choice, Command, Say, State } from '../types.js';

/** What names the step in a tap, so that tapping an old message never answers another question. */
export const tapKey = (state: State): string => state.aside?.kind ?? state.at;

/** One way to go on: the code that accepting knows, and its label. */
export interface Option {
  readonly code: string;
  readonly say: Say;
}
const option = (code: string, text: string, given?: Pick<Say, 'with' | 'ids'>): Option => ({
  code,
  say: { text, ...given },
});

/** The answered questions that can be changed, in the order of the summary. */
export function lines(model: DialogueModel, state: State): readonly Question[] {
  return standing(graphOf(model, state), state.answers).filter(
    (question) => state.answers[question.id] !== undefined && question.kind !== 'consent',
  );
}

/** Asides whose choices never change. */
const fixed: Readonly<Record<string, readonly Option[]>> = {
  question: [option('no', 'story.question_no'), option('yes', 'story.question_yes')],
  transcript: [option('use', 'voice.use'), option('sound', 'voice.sound_only')],
  delete: [option('keep', 'delete.keep'), option('yes', 'delete.yes')],
  end: [option('keep', 'end.keep'), option('yes', 'end.yes')],
  pause: [
    option('continue', 'pause.continue'),
    option('review', 'pause.review'),
    option('delete', 'pause.delete'),
  ],
  waiting: [option('again', 'files.waiting_again'), option('without', 'files.waiting_without')],
};

/** The choices of the present step, in the order of their numbers. */
export function options(model: DialogueModel, state: State): readonly Option[] {
  const { aside } = state;
  if (aside !== undefined) {
    if (aside.kind === 'change')
      return lines(model, state).map((question) => {
        const { with: words, ids } = shown(question, state.answers[question.id] ?? { words: '' });
        return option(question.id, 'change.choice', {
          ...(words === undefined ? {} : { with: words }),
          ids: { ...ids, label: [labelOf(question)] },
        });
      });
    if (aside.kind === 'correct') {
      const last = questionBefore(graphOf(model, state), state.answers, state.at);
      return [
        option('last', 'correct.last', { ids: { label: last === null ? [] : [labelOf(last)] } }),
        option('here', 'correct.here'),
        option('other', 'correct.other'),
      ];
    }
    if (aside.kind === 'pause' && state.at === 'summary')
      return [option('continue', 'pause.check'), option('delete', 'pause.delete')];
    return fixed[aside.kind] ?? [];
  }
  if (state.at === 'summary') return summaryChoices(model, state);
  if (state.at === 'receipt') return [option('again', 'receipt.repeat'), option('leave', 'receipt.leave')];
  const question = questionAt(model, state);
  switch (question?.kind) {
    case 'choice':
      return (question.choices ?? []).map((code) => option(code, `c.${question.id}.${code}`));
    case 'consent':
      return [option('agree', 'consent.agree')];
    case 'files':
      return [option('done', state.files.length > 0 ? 'files.done_choice' : 'files.none_choice')];
    case 'story':
      return state.parts.length > 0
        ? [option('done', 'story.done_choice'), option('rewrite', 'story.rewrite_choice')]
        : [];
    default:
      return [];
  }
}

/** The choices as the reply shows them. */
export function choices(model: DialogueModel, state: State): readonly Choice[] {
  return options(model, state).map(({ code, say: label }) => ({
    say: label,
    tap: `${tapKey(state)}:${code}`,
  }));
}

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
  if (question === null) return [];
  const now = state.answers[question.id];
  return [
    head(model, state),
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
