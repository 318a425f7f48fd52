/** Passphrases: six words, drawn here and nowhere else. */

type Random = (bytes: number) => Uint8Array;

const words = 6;

/** Six words out of a list of 2,048 (66 bits), joined by single blanks. @throws RangeError for a list of another length */
export function drawPassphrase(random: Random, list: readonly string[]): string {
  if (list.length !== 2048) throw new RangeError('the list has 2,048 words');
  const bytes = random(2 * words);
  return Array.from({ length: words }, (_, n) => {
    // 65,536 is a multiple of 2,048: each word is as likely as any other
    const drawn = ((bytes[2 * n] ?? 0) << 8) | (bytes[2 * n + 1] ?? 0);
    return list[drawn % list.length] ?? '';
  }).join(' ');
}

/** What was typed, as it was drawn: lower case, single blanks. A phone likes to add capitals and blanks of its own. */
export const tidyPassphrase = (typed: string): string =>
  typed.normalize('NFKC').trim().toLowerCase().split(/\s+/u).join(' ');

/** Numbers of the words, from 1, that differ; missing and additional ones differ. */
export function differingWords(typed: string, passphrase: string): readonly number[] {
  const mine = tidyPassphrase(typed).split(' ');
  const drawn = passphrase.split(' ');
  return Array.from({ length: Math.max(mine.length, drawn.length) }, (_, n) => n + 1).filter(
    (n) => mine[n - 1] !== drawn[n - 1],
  );
}
