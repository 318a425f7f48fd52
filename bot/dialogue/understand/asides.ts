/** What people say beside the matter: a common question, a cry for help, a greeting, that they are afraid. */
import type { DialogueModel, Lexicon } from '../model.js';
import { isMadeOf } from './clauses.js';
import { contains, heard, lexicons, says } from './matching.js';
import type { Small } from './meaning.js';
import { isQuestion } from './question-form.js';

/** The answer to a common question: a strong pattern and the form of a question, both. */
export function faqIn(model: DialogueModel, text: string): string | null {
  if (!isQuestion(model, text)) return null;
  const said = heard(text);
  for (const [, lexicon] of lexicons(model)) {
    const entry = lexicon.faq.find(({ patterns }) =>
      patterns.some((groups) => groups.every((words) => words.some((word) => contains(said, word)))),
    );
    if (entry !== undefined) return entry.key;
  }
  return null;
}

/** Whether somebody is in danger of life. */
export function urgentIn(model: DialogueModel, text: string): 'danger' | 'despair' | null {
  const said = heard(text);
  return lexicons(model).some(([, lexicon]) => lexicon.emergency.some((word) => contains(said, word)))
    ? 'danger'
    : null;
}

/**
 * A small thing that is the whole message. `made-of`: a greeting or thanks may stand with other small words; where an
 * account is asked for they may begin it. `optional`: what may be left out holds nobody up, so "later" is no wait.
 */
export function smallIn(
  model: DialogueModel,
  words: string,
  greetings: 'whole' | 'made-of',
  optional: boolean,
): Small | null {
  if (isMadeOf(model, words, 'patience', ...(optional ? [] : (['later'] as const)))) return 'wait';
  if (says(model, words, (l) => l.confused)) return 'confused';
  if (isMadeOf(model, words, 'fears')) return 'fear';
  const is = (list: keyof Pick<Lexicon, 'greetings' | 'thanks'>): boolean =>
    greetings === 'made-of'
      ? isMadeOf(model, words, list)
      : list === 'greetings' && says(model, words, (l) => l[list]);
  if (is('greetings')) return 'greeting';
  if (is('thanks')) return 'thanks';
  return greetings === 'made-of' && isMadeOf(model, words, 'greetings', 'thanks') ? 'greeting' : null;
}
