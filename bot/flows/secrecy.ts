/**
 * Which replies are secret: all but those that say nothing of the person who reads them. The list names what may be
 * said openly, so that a text which is new, or of which nobody thought, is secret. Nothing that shows an answer, which
 * ones were given, a summary, a receipt or what is looked after with one is on it (protection: nothing of the report
 * or follow-up flow leaves by another way than the reply slot).
 */
import type { Reply } from '../dialogue/types.js';
import type { TextId } from './text-table.js';

const about: readonly TextId[] = [
  // the line itself, and the ways to it
  ...(['line.name', 'line.sample', 'greeting', 'emergency', 'despair', 'ways.short', 'phone.short'] as const),
  ...(['privacy.short', 'report.intro', 'report.not_taken', 'report.closed'] as const),
  ...(['idle.unknown', 'fear.idle', 'idle.file', 'idle.nothing', 'idle.thanks'] as const),
  ...(['help.idle', 'help.report', 'language.idle', 'language.done', 'hello.again', 'wait.ok'] as const),
  ...(['menu.report', 'menu.check', 'menu.learn', 'input.cannot_bring', 'faq.back'] as const),
  // articles; how a list is read while something is told says that it is
  ...(['learn.list', 'learn.kind', 'learn.found', 'learn.item', 'learn.item_foreign', 'learn.how'] as const),
  ...(['learn.more', 'learn.none', 'learn.none_of_kind', 'learn.not_found', 'learn.no_more'] as const),
  ...(['learn.missing', 'learn.unavailable', 'learn.head', 'learn.head_pages', 'learn.foreign'] as const),
  ...(['learn.body', 'learn.next', 'learn.back', 'learn.whole', 'learn.similar'] as const),
  // something is slow or broken
  ...(['turn.slow', 'turn.not_saved', 'turn.not_ready', 'turn.sorry', 'turn.let_go'] as const),
  // a question, and how it may be answered
  ...(['q.head', 'q.optional', 'q.why', 'story.first', 'again.choice', 'again.consent'] as const),
  ...(['bad.range', 'bad.empty', 'bad.consent', 'bad.old_tap', 'confused.example'] as const),
  ...([
    'confused.choose',
    'tries.out',
    'tries.skip',
    'skip.needed',
    'skip.offered',
    'skip.still',
    'back.first',
  ] as const),
  ...(['consent.agree', 'files.none_choice'] as const),
];
const open: ReadonlySet<string> = new Set(about);

/** Texts of a profile's questions (their words as asked, never an answer), and of common questions. */
const ofQuestions = /^(q\.[\w-]+\.(ask|why|again|example)|c\.[\w-]+\.[\w-]+|faq\.[\w-]+)$/;

const isOpen = (text: string): boolean => open.has(text) || ofQuestions.test(text);

/** Whether a reply may be said in its own reply slot only. */
export function isSecret({ secret, say, choices }: Reply): boolean {
  return secret || [...say, ...choices.map((choice) => choice.say)].some(({ text }) => !isOpen(text));
}
