/**
 * The walls before the parser. Articles are some thousands of characters; what is far beyond that is an accident or an
 * attack, and is answered within a second all the same.
 */

const longest = 1_000_000;
const longestAsText = 100_000;
const mostLines = 5_000;
const mostSigns = 10_000;
const mostLevels = 12;
const signs: ReadonlySet<number> = new Set(Array.from('[]()!*_~`<&|>#\\', (sign) => sign.charCodeAt(0)));

/** Whether there is no more of it, and no more markup in it, than anybody writes. */
export function isWithinReason(markdown: string): boolean {
  if (markdown.length > longest) return false;
  let lines = 0;
  let seen = 0;
  for (let i = 0; i < markdown.length; i += 1) {
    const code = markdown.charCodeAt(i);
    if (code === 10) lines += 1;
    else if (signs.has(code)) seen += 1;
  }
  return lines <= mostLines && seen <= mostSigns;
}

/** What is shown of a text beyond reason: its beginning, as it stands. */
export const beginning = (text: string): string => text.slice(0, longestAsText);

/** Quotes and lists deeper than anybody reads, brought up to the deepest level there is. Nothing but signs is lost. */
export const flattenNesting = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => flattenLine(line))
    .join('\n');

const space = /[ \t]*/y;
const marker = /(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/** Two columns of space can be a level, and so can each sign of a quote or a list; one sign stands at the deepest. */
function flattenLine(line: string): string {
  let kept = '';
  let levels = 0;
  let at = 0;
  for (;;) {
    const blank = matchAt(space, line, at);
    kept += levels > mostLevels ? '' : narrowed(blank, 2 * (mostLevels - levels));
    levels = Math.max(levels, Math.min(levels + Math.floor(columns(blank) / 2), mostLevels));
    at += blank.length;
    const sign = matchAt(marker, line, at);
    if (sign === '') return (levels > mostLevels ? `${kept} ` : kept) + line.slice(at);
    if (levels <= mostLevels) kept += sign;
    levels += 1;
    at += sign.length;
  }
}

const narrowed = (blank: string, most: number): string =>
  columns(blank) > most + 1 ? ' '.repeat(Math.max(most, 1)) : blank;

function matchAt(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? '';
}

const columns = (blank: string): number => blank.replaceAll('\t', '    ').length;
