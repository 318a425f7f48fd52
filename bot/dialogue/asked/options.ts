/** What can be chosen at every step: one table, read by understanding and by showing. */
import type { Question } from '../../../questions/types.js';
import { questionBefore, unknown } from '../../../questions/walk.js';
import { answered, graphOf, questionAt } from '../draft.js';
import type { DialogueModel } from '../model.js';
import { labelOf, shown } from '../say.js';
import type { FollowUp, MenuKey, Offer, Opening, Say, State } from '../types.js';
import { pages } from './summary-pages.js';
import { canAdd, messagePages } from './thread-pages.js';

/** One way to go on: the code that deciding knows, and its label. */
export interface Option {
  readonly code: string;
  readonly say: Say;
}
const option = (code: string, text: string, given?: Pick<Say, 'with' | 'ids'>): Option => ({
  code,
  say: { text, ...given },
});

export const menuKeys: readonly MenuKey[] = ['report', 'check', 'learn'];

/** While nothing is under way: the menu, or what a first message may have meant. */
export function idleOptions(opening: Opening | null): readonly Option[] {
  const offers: readonly Offer[] = opening?.offers ?? menuKeys;
  return offers.map((code) => option(code, offerText(code, opening)));
}

function offerText(offer: Offer, opening: Opening | null): string {
  if (offer === 'tell') return 'opening.tell';
  if (offer === 'person') return 'opening.person';
  if (offer.startsWith('faq.')) return `${offer}.label`;
  return offer === 'report' && opening !== null && opening.told.length > 0
    ? 'opening.without'
    : `menu.${offer}`;
}

/** Side questions whose choices never change. */
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

/** The choices of the present step of a report, in the order of their numbers. */
export function options(model: DialogueModel, state: State): readonly Option[] {
  return state.aside === undefined ? optionsBeneath(model, state) : optionsBeside(model, state);
}

function optionsBeside(model: DialogueModel, state: State): readonly Option[] {
  switch (state.aside?.kind) {
    case 'change':
      return answered(model, state).map((question) => changeOption(state, question));
    case 'correct': {
      const last = questionBefore(graphOf(model, state), state.answers, state.at);
      return [
        option('last', 'correct.last', { ids: { label: last === null ? [] : [labelOf(last)] } }),
        option('here', 'correct.here'),
        option('other', 'correct.other'),
      ];
    }
    case 'pause':
      return state.at === 'summary'
        ? [option('continue', 'pause.check'), option('delete', 'pause.delete')]
        : (fixed['pause'] ?? []);
    default:
      return fixed[state.aside?.kind ?? ''] ?? [];
  }
}

function changeOption(state: State, question: Question): Option {
  const { with: words, ids } = shown(question, state.answers[question.id] ?? { words: '' });
  return option(question.id, 'change.choice', {
    ...(words === undefined ? {} : { with: words }),
    ids: { ...ids, label: [labelOf(question)] },
  });
}

/** The choices of the step itself, whatever side question stands before it. */
export function optionsBeneath(model: DialogueModel, state: State): readonly Option[] {
  if (state.at === 'summary') return summaryOptions(model, state);
  if (state.at === 'receipt') return [option('again', 'receipt.repeat'), option('leave', 'receipt.leave')];
  const question = questionAt(model, state);
  const own = question === null ? [] : questionOptions(question, state);
  return question !== null && offersUnknown(question, state)
    ? [...own, option(unknown, 'skip.unknown')]
    : own;
}

function questionOptions(question: Question, state: State): readonly Option[] {
  switch (question.kind) {
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

/** Who wanted to pass over a question that needs an answer, twice, may say that they don't know. Consent is no knowledge. */
function offersUnknown(question: Question, state: State): boolean {
  const untold = question.kind !== 'story' || state.parts.length === 0;
  return !question.optional && (state.skips ?? 0) >= 2 && question.kind !== 'consent' && untold;
}

function summaryOptions(model: DialogueModel, state: State): readonly Option[] {
  const last = state.page >= pages(model, state).length - 1;
  return [
    option('send', 'summary.send'),
    option('change', 'summary.change'),
    ...(last ? [] : [option('more', 'summary.more')]),
    option('delete', 'summary.delete'),
  ];
}

/** The choices while a report is looked after with its receipt. */
export function threadOptions(model: DialogueModel, follow: FollowUp): readonly Option[] {
  switch (follow.at) {
    case 'offer':
      return [option('yes', 'add.this_yes'), option('no', 'add.this_no')];
    case 'withdraw':
      return [option('no', 'withdraw.no'), option('yes', 'withdraw.yes')];
    case 'add':
      return [option('done', 'add.done')];
    case 'menu': {
      const adding = [option('add', 'thread.add'), option('withdraw', 'thread.withdraw')];
      const more = follow.page < messagePages(model, follow).length - 1;
      return [
        ...(canAdd(follow) ? adding : []),
        ...(more ? [option('more', 'thread.more')] : []),
        option('leave', 'thread.leave'),
      ];
    }
  }
}
