/** Whether a text has the form of a question, and how surely. */
import { fold } from '../../../questions/fold.js';
import type { Lexicon, DialogueModel } from '../model.js';
import { beginsWith, isTelling, lexicons, lowered } from './matching.js';

/** Whether a text has the form of a question. */
export function isQuestion(model: DialogueModel, text: string): boolean {
  const said = fold(text).toLowerCase();
  return (
    lexicons(model).some(([, { question }]) => question.some((mark) => said.includes(lowered(mark)))) ||
    beginsWith(model, text, (l) => l.questionStart)
  );
}

/** Whether a text is nothing but a question: short, and a question to its end or from its first word. */
export function isOutrightQuestion(model: DialogueModel, text: string): boolean {
  const opens = beginsWith(model, text, (l) => l.questionStart);
  return !isTelling(text, 24, 14) && (opens || endsWith(model, text, (l) => l.question));
}

/** Whether a short text ends as only a question ends. */
export function isSurelyQuestion(model: DialogueModel, text: string): boolean {
  return !isTelling(text, 24, 14) && endsWith(model, text, (l) => l.questionEnd);
}

/** Whether a text is a short answer with a question mark behind it and no other sign of a question: "a year?" */
export function isGuess(model: DialogueModel, text: string): boolean {
  const said = text.normalize('NFKC').replace(/\?+\s*$/u, '');
  return !isTelling(said) && !isQuestion(model, said);
}

function endsWith(
  model: DialogueModel,
  text: string,
  pick: (lexicon: Lexicon) => readonly string[],
): boolean {
  const said = fold(text).toLowerCase().trim();
  return lexicons(model).some(([, lexicon]) => pick(lexicon).some((mark) => said.endsWith(lowered(mark))));
}
