/** The words that work in every state: the ten repair words, and those of the menu. */
import type { DialogueModel } from '../model.js';
import type { Command, Lang } from '../types.js';
import { isOneOf, lexicons, squeeze } from './matching.js';

/** The command a whole message is, and the language it was said in. */
export function commandIn(model: DialogueModel, text: string): { command: Command; lang: Lang } | null {
  const said = squeeze(text);
  return said === '' ? null : (commandsOf(model).get(said) ?? null);
}

type Commands = ReadonlyMap<string, { readonly command: Command; readonly lang: Lang }>;
const known = new WeakMap<DialogueModel['lexicon'], Commands>();

/** Every word that is a command, squeezed; of the same word in two languages the first one counts. */
function commandsOf(model: DialogueModel): Commands {
  const found = known.get(model.lexicon);
  if (found !== undefined) return found;
  const all = lexicons(model).flatMap(([lang, lexicon]) =>
    (Object.entries(lexicon.commands) as [Command, readonly string[]][]).flatMap(([command, words]) =>
      words.map((word) => [squeeze(word), { command, lang }] as const),
    ),
  );
  const made = new Map(all.toReversed());
  known.set(model.lexicon, made);
  return made;
}

/** The language that a message names: "English please". */
export function tongueIn(model: DialogueModel, text: string): Lang | null {
  return (
    model.langs.find((lang) => lexicons(model).some(([, { tongues }]) => isOneOf(text, tongues[lang]))) ??
    null
  );
}
