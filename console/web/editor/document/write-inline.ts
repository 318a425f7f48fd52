/** Words with marks to one line of Markdown; a break is a backslash and a line feed. */
import { isCjk } from './cjk.js';
import type { DocNode } from './doc-node.js';
import { asEntity, escapeAddress, escapeText } from './escape-text.js';
import { trimmedInline } from './parts.js';
import { readWords } from './read-markdown.js';
import { mergedPieces, piecesOf, signs, type Piece, type Sign } from './word-pieces.js';

/**
 * What was written is read again: where signs meet so that Markdown cannot tell them apart, the weaker one is left out
 * rather than shown as a sign.
 */
export function writeInline(inline: readonly DocNode[]): string {
  let pieces = piecesOf(trimmedInline(inline));
  for (const weaker of weakenings) {
    pieces = mergedPieces(pieces.map(weaker));
    const written = joined(write(pieces, new Set()));
    if (sameWords(piecesOf(readWords(written)), piecesOf(nodesOf(pieces)))) return written;
  }
  return escapeText(pieces.map(({ text }) => text).join('')).replace(/\s*\n\s*/g, '\\\n');
}

const without =
  (sign: Sign, when: (piece: Piece) => boolean = () => true) =>
  (piece: Piece): Piece =>
    when(piece) ? { ...piece, marks: new Set([...piece.marks].filter((one) => one !== sign)) } : piece;

const weakenings: readonly ((piece: Piece) => Piece)[] = [
  (piece) => piece,
  without('italic', ({ marks }) => marks.has('bold')),
  without('strike'),
  without('italic'),
  without('bold'),
];

type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** written as it is: code, the brackets of a link, a break */
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string; readonly opens: boolean };

const written: Readonly<Record<Sign, string>> = { bold: '**', italic: '*', strike: '~~' };

/** A mark, or a link, encloses all that has it in one go; of several the one that lasts longest is outside. */
function write(pieces: readonly Piece[], open: ReadonlySet<Sign | 'link'>): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < pieces.length) {
    const outer = outermost(pieces, at, open);
    const piece = pieces[at];
    if (piece === undefined) break;
    if (outer === null) {
      parts.push(...leaf(piece));
      at += 1;
      continue;
    }
    const inner = write(pieces.slice(at, outer.end), new Set([...open, outer.mark]));
    parts.push(...enclosed(outer.mark, piece, inner));
    at = outer.end;
  }
  return parts;
}

function outermost(pieces: readonly Piece[], at: number, open: ReadonlySet<Sign | 'link'>) {
  const first = pieces[at];
  let found: { readonly mark: Sign | 'link'; readonly end: number } | null = null;
  for (const mark of ['link', ...signs] as const) {
    if (first === undefined || open.has(mark) || !hasMark(first, mark, first)) continue;
    let end = at + 1;
    while (end < pieces.length && hasMark(pieces[end], mark, first)) end += 1;
    if (found === null || end > found.end) found = { mark, end };
  }
  return found;
}

function hasMark(piece: Piece | undefined, mark: Sign | 'link', like: Piece): boolean {
  if (piece === undefined) return false;
  return mark === 'link' ? piece.link !== null && piece.link === like.link : piece.marks.has(mark);
}

function enclosed(mark: Sign | 'link', { link }: Piece, inner: readonly Part[]): readonly Part[] {
  if (mark === 'link')
    return [
      { kind: 'fixed', text: '[' },
      ...inner,
      { kind: 'fixed', text: `](${escapeAddress(link ?? '')})` },
    ];
  const text = written[mark];
  return [{ kind: 'sign', text, opens: true }, ...inner, { kind: 'sign', text, opens: false }];
}

function leaf({ text, code }: Piece): readonly Part[] {
  if (code) return [{ kind: 'fixed', text: codeSpan(text) }];
  return linesOf(text).map((part) =>
    part === '\n' ? { kind: 'fixed', text: '\\\n' } : { kind: 'text', text: escapeText(part) },
  );
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

const isSpace = (character: string): boolean => character === '' || /\s/u.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);
const isLetter = (character: string): boolean =>
  !isSpace(character) && !isPunctuation(character) && !isCjk(character);

/**
 * A sign between a letter and a punctuation mark is none for Markdown: then the letter is written by its number, which
 * begins and ends with a punctuation mark.
 */
function joined(parts: readonly Part[]): string {
  let line = '';
  parts.forEach((part, at) => {
    const next = parts[at + 1];
    if (part.kind !== 'sign') line += part.text;
    else if (
      part.opens &&
      next?.kind === 'text' &&
      isPunctuation(firstOf(next.text)) &&
      isLetter(lastOf(line))
    )
      line = line.slice(0, line.length - lastOf(line).length) + asEntity(lastOf(line)) + part.text;
    else line += part.text;
    const outside = next?.kind === 'text' ? firstOf(next.text) : '';
    if (part.kind === 'sign' && !part.opens && isPunctuation(lastInside(parts, at)) && isLetter(outside))
      line += pending;
  });
  return line.replace(pendingLetter, (_, letter: string) => asEntity(letter));
}

/** stands where the next letter is to be written by its number; no text holds it */
const pending = '\uFDD0';
const pendingLetter = /\uFDD0(.)/gsu;

/** The last character before signs that close. */
function lastInside(parts: readonly Part[], at: number): string {
  let before = at - 1;
  while (parts[before]?.kind === 'sign') before -= 1;
  return lastOf(parts[before]?.text ?? '');
}

const firstOf = (text: string): string => Array.from(text.slice(0, 2))[0] ?? '';
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

const nodesOf = (pieces: readonly Piece[]): readonly DocNode[] =>
  pieces.flatMap(({ text, marks, link, code }) => {
    const all = [
      ...[...marks].map((type) => ({ type })),
      ...(link === null ? [] : [{ type: 'link', attrs: { href: link } }]),
      ...(code ? [{ type: 'code' }] : []),
    ];
    return linesOf(text).map((part) =>
      part === '\n' ? { type: 'hardBreak', marks: all } : { type: 'text', text: part, marks: all },
    );
  });

/** Lines, and the breaks between them. */
const linesOf = (text: string): readonly string[] => text.split(/(\n)/).filter((part) => part !== '');

const sameWords = (a: readonly Piece[], b: readonly Piece[]): boolean => keyOf(a) === keyOf(b);

/** How a break is marked makes no difference. */
const keyOf = (pieces: readonly Piece[]): string =>
  JSON.stringify(
    pieces.map(({ text, marks, link, code }) => [
      text,
      ...[...marks].sort(),
      ...(code ? ['code'] : []),
      link,
    ]),
  );
