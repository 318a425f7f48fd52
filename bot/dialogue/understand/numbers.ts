/** Reading numbers and names: which number, which line of the summary a text means. */
import type { DialogueModel, Lexicon } from '../model.js';
import { lexicons, squeeze, squeezedWord } from './matching.js';

/** A number at the head of a text, and what was said beside it. */
export interface Numbered {
  readonly n: number;
  readonly rest: string;
  /** only a blank parts them: "2 people told me" begins with a number and names none */
  readonly loose: boolean;
}

/** A number that is the whole message, or stands first with the rest behind it: "2", "选第二个吧", "2，但不确定". */
export function numberIn(model: DialogueModel, text: string): Numbered | null {
  const said = text
    .normalize('NFKC')
    .replace(/[\uFE0F\u20E3]/gu, '')
    .trim();
  // "8:30" and "1、3" hold two numbers: they are no single one.
  const whole = (said.match(/\d+/g) ?? []).length > 1 ? null : bareNumber(model, squeeze(said));
  if (whole !== null) return { n: whole, rest: '', loose: false };
  const digits = /^\p{P}?(\d{1,2})(?!\d)\s*(\p{P}(?!\d)|\s(?=\S))\s*(.+)$/su.exec(said);
  if (digits === null) return null;
  return { n: Number(digits[1]), rest: (digits[3] ?? '').trim(), loose: (digits[2] ?? '').trim() === '' };
}

/** The number that squeezed words are, small words around it left away. */
function bareNumber(model: DialogueModel, said: string): number | null {
  for (const [, lexicon] of lexicons(model)) {
    const cores = without(said, lexicon);
    for (const core of cores) {
      const n = /^\d{1,2}$/.test(core) ? Number(core) : lexicon.numbers[core];
      if (n !== undefined) return n;
    }
  }
  return null;
}

/** A squeezed text with and without the small words before and behind. */
export function without(
  said: string,
  { before, behind }: Pick<Lexicon, 'before' | 'behind'>,
): readonly string[] {
  const heads = ['', ...before.map(squeezedWord)].filter((word) => said.startsWith(word));
  const tails = ['', ...behind.map(squeezedWord)].filter((word) => said.endsWith(word));
  return heads.flatMap((head) =>
    tails
      .filter((tail) => head.length + tail.length < said.length)
      .map((tail) => said.slice(head.length, said.length - tail.length)),
  );
}
