/** As deep as readers are shown it (publishing/markdown/within-reason.ts): what is deeper stands at the deepest level. */

const mostLevels = 12;
const space = /[ \t]*/y;
const marker = /(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/** Quotes and lists deeper than anybody reads, brought up. Nothing but signs is lost. */
export const flattenNesting = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => flattenLine(line))
    .join('\n');

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
