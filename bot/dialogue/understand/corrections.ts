/** Words that change what was said before: "change line 2", "时间，改成昨天", "I meant yesterday". */
import { fold } from '../../../questions/fold.js';
import type { DialogueModel } from '../model.js';
import { after, lexicons, lowered, squeeze, squeezedWord, stripped } from './matching.js';
import { isChinese } from './script.js';
import { without } from './numbers.js';
import { isSurelyQuestion } from './question-form.js';

/** What follows a word by which people correct themselves, or null. */
export function correctionIn(model: DialogueModel, text: string): string | null {
  const said = text.normalize('NFKC').trimStart();
  const folded = fold(said).toLowerCase();
  for (const [, lexicon] of lexicons(model))
    for (const marker of [...lexicon.corrections].sort((a, b) => b.length - a.length)) {
      if (!folded.startsWith(lowered(marker))) continue;
      const rest = said.slice(marker.length);
      if (!isChinese(marker) && /^[a-z0-9]/i.test(rest)) continue; // "actually" is not "actuallyx"
      return rest.replace(/^[\p{P}\p{Z}]+/u, '').trim();
    }
  return null;
}

/**
 * A line of the summary named by its number or by the question's name: "修改 3", "改一下时间", "change line 2".
 * `bare`: also without a word for changing ("第3行"), which only the summary takes so.
 */
export function lineIn(
  model: DialogueModel,
  text: string,
  ids: readonly string[],
  bare: boolean,
): number | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(model)) {
    const change = lexicon.commands.change.map(squeezedWord);
    const line = lexicon.line.map(squeezedWord);
    for (const opener of [...change, ...(bare ? [...line, ''] : [])].sort((a, b) => b.length - a.length)) {
      if (!said.startsWith(opener)) continue;
      for (const rest of without(said.slice(opener.length), {
        ...lexicon,
        before: [...lexicon.before, ...line],
        behind: [...lexicon.behind, ...line],
      })) {
        const n = /^\d{1,2}$/.test(rest) ? Number(rest) : lexicon.numbers[rest];
        if (opener !== '' && n !== undefined && n >= 1 && n <= ids.length) return n - 1;
        const named = ids.findIndex(
          (id) => squeezedWord(lexicon.labels.get(id) ?? '') === rest && rest !== '',
        );
        if (named >= 0) return named;
      }
    }
  }
  return null;
}

/** A line of the summary and what it is to be: "时间，改成昨天", "wait, the place is wrong, it's the old harbour". */
export interface LineChange {
  readonly line: number;
  /** empty when it is only said that the line is wrong */
  readonly value: string;
}

/** Reads a change that names its line first, then a word for changing or a stop, then what it is to be. */
export function changeIn(model: DialogueModel, text: string, ids: readonly string[]): LineChange | null {
  if (isSurelyQuestion(model, text)) return null;
  for (const [, lexicon] of lexicons(model)) {
    const openers = [...lexicon.commands.change, ...lexicon.line, ...lexicon.before, ...lexicon.small];
    const named = stripped(correctionIn(model, text) ?? text.normalize('NFKC').trim(), openers);
    const line = ids.findIndex((id) => after(named, lexicon.labels.get(id) ?? '') !== null);
    const rest = line < 0 ? null : after(named, lexicon.labels.get(ids[line] ?? '') ?? '');
    if (rest === null) continue;
    const value = stripped(rest, lexicon.becomes);
    if (rest.trim() !== '' && value !== rest.trim()) return { line, value };
  }
  return null;
}
