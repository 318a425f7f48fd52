/** A long text in pages for the chat: cut where it pauses, never inside a character, and nothing of it is lost. */
import { bytesOf } from './texts.js';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Where a text pauses, the best places first: a paragraph (no heading, nothing that leads on), a sentence, a part, a word. */
const pauses: readonly RegExp[] = [
  /(?<=[。！？；…”’」』）》.!?;"')\]])\n/gu,
  /\n/gu,
  /[。！？；…]+[”’」』）》]*|[.!?;]+["'”’)\]]*(?=\s)/gu,
  /[，、：]|[,:](?=\s)/gu,
  /\s/gu,
];
/** Of a page that is cut at a pause, at least so much is filled. */
const leastFilled = 1 / 3;

/** What marks a line that would begin with a digit, as only choices do. */
const mark = '· ';
const beginsWithDigit = (line: string): boolean => /^\s*\d/u.test(line.normalize('NFKC'));
const marked = (line: string): string => (beginsWithDigit(line) ? `${mark}${line.trimStart()}` : line);

/** Plain text as lines of the chat: no line begins with a digit, and nothing in it can be taken for a link. */
export const chatLines = (text: string): string =>
  text
    .replaceAll('<', '＜')
    .split('\n')
    .map((line) => marked(line.trimEnd()))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** How much of a page is tried to be left free, so that all are about as long, and the last is no single line. */
const shares = [0, 1 / 4, 1 / 2, 3 / 4];

/** The text on as few pages of at most `bytes` bytes of UTF-8 as it needs; an empty text is one empty page. */
export function pagesOf(text: string, bytes: number): readonly string[] {
  const full = cutInPages(text, bytes);
  if (full.length === 1) return full;
  const least = bytesOf(text) / full.length + bytesOf(mark);
  for (const share of shares) {
    const even = cutInPages(text, Math.min(bytes, Math.ceil(least + (bytes - least) * share)));
    if (even.length === full.length) return even;
  }
  return full;
}

function cutInPages(text: string, bytes: number): readonly string[] {
  const pages: string[] = [];
  let rest = text.trim();
  do {
    const end = cutAt(rest, bytes - bytesOf(mark));
    pages.push(marked(rest.slice(0, end).trimEnd()));
    rest = rest.slice(end).trimStart();
  } while (rest !== '');
  return pages;
}

/** A text of one line, cut to so many bytes. */
export function shortened(text: string, bytes: number): string {
  const line = text.replace(/\s+/gu, ' ').replaceAll('<', '＜').trim();
  return bytesOf(line) <= bytes ? line : `${line.slice(0, fits(line, bytes - bytesOf('…')))}…`;
}

/** Where the first page of a text ends; more than nothing, where the text is more. */
export function cutAt(text: string, bytes: number): number {
  const most = fits(text, bytes);
  if (most >= text.length) return text.length;
  const least = most * leastFilled;
  // The character behind the page shows whether a pause ends there.
  const seen = text.slice(0, most + 1);
  for (const pause of pauses) {
    const ends = Array.from(seen.matchAll(pause), ({ index, 0: { length } }) => index + length);
    const end = ends.findLast((at) => at <= most && at >= least && isBorder(text, at, most));
    if (end !== undefined) return end;
  }
  return most;
}

/** How many UTF-16 units of a text fit, in whole characters as people see them; one that is longer than that is cut. */
function fits(text: string, bytes: number): number {
  let left = bytes;
  let end = 0;
  // No unit is less than a byte; the one behind them shows whether the last character is whole.
  for (const { segment } of graphemes.segment(text.slice(0, bytes + 64))) {
    left -= bytesOf(segment);
    if (left < 0) break;
    end += segment.length;
  }
  return end > 0 || text === '' ? end : fitsOfCharacter(text, bytes);
}

/** A single character longer than a page: as many of its code points as fit, one at least. */
function fitsOfCharacter(text: string, bytes: number): number {
  let left = bytes;
  let end = 0;
  for (const point of text) {
    left -= bytesOf(point);
    if (left < 0 && end > 0) break;
    end += point.length;
    if (left < 0) break;
  }
  return end;
}

/** Whether one character ends here and the next begins: a mark may stand on a stop. */
function isBorder(text: string, at: number, most: number): boolean {
  const around = graphemes.segment(text.slice(0, most + 64)).containing(at);
  return around === undefined || around.index === at;
}
