/** The words that work in every state: the ten repair words, and those of the menu. */
import type { DialogueModel } from '../model.js';
import type { Command, Lang } from '../types.js';
import { isOneOf, lexicons, squeeze, squeezedWord } from './matching.js';

/** The command a whole message is, and the language it was said in. */
export function commandIn(model: DialogueModel, text: string): { command: Command; lang: Lang } | null {
  const said = squeeze(text);
  for (const [lang, lexicon] of lexicons(model))
    for (const [command, words] of Object.entries(lexicon.commands) as [Command, readonly string[]][])
      if (said !== '' && words.some((word) => squeezedWord(word) === said)) return { command, lang };
  return null;
}

/** The language that a message names: "English please". */
export function tongueIn(model: DialogueModel, text: string): Lang | null {
  return (
    model.langs.find((lang) => lexicons(model).some(([, { tongues }]) => isOneOf(text, tongues[lang]))) ??
    null
  );
}
