import type { Run } from './document.js';
import type { Picture } from './read-inline.js';

/** Words before a picture, the picture, words after it. */
export function parted(inline: readonly (Run | Picture)[]): readonly (readonly Run[] | Picture)[] {
  const parts: (Run[] | Picture)[] = [];
  for (const piece of inline) {
    const last = parts.at(-1);
    if ('kind' in piece) parts.push(piece);
    else if (Array.isArray(last)) last.push(piece);
    else parts.push([piece]);
  }
  return parts
    .map((part) => ('kind' in part ? part : trimmed(part)))
    .filter((part) => 'kind' in part || part.length > 0);
}

/** Without space and breaks at its ends; without anything, if there is nothing else. */
export function trimmed(runs: readonly Run[]): readonly Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return first === -1
    ? []
    : runs.slice(first, last + 1).map((run, i, all) => ({
        ...run,
        text: trimEnds(run.text, i === 0, i === all.length - 1),
      }));
}

const trimEnds = (text: string, start: boolean, end: boolean): string => {
  const from = start ? text.trimStart() : text;
  return end ? from.trimEnd() : from;
};
