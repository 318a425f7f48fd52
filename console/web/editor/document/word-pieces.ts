/** Words of a block as pieces of one look, with the space between them outside of what is marked. */
import { textAttr, type DocNode } from './doc-node.js';

/** in the order in which they enclose each other, where nothing else decides */
export const signs = ['bold', 'italic', 'strike'] as const;
export type Sign = (typeof signs)[number];

export interface Piece {
  /** a line feed is a break */
  readonly text: string;
  readonly marks: ReadonlySet<Sign>;
  readonly link: string | null;
  readonly code: boolean;
}

export function piecesOf(inline: readonly DocNode[]): readonly Piece[] {
  const split = withoutSpaceAtBreaks(inline.flatMap((part) => pieces(part)));
  return mergedPieces(signs.reduce(withoutEdges, split));
}

/** Space and words apart; code stays whole. */
function pieces(part: DocNode): readonly Piece[] {
  const has = (type: string): boolean => part.marks?.some((mark) => mark.type === type) === true;
  const link = part.marks?.find(({ type }) => type === 'link');
  const marks = new Set(signs.filter(has));
  const common = { marks, link: link === undefined ? null : textAttr(link, 'href') || null };
  if (part.type === 'hardBreak') return [{ ...common, text: '\n', code: false }];
  const text = part.text ?? '';
  // behind a bracket, what is in it would be taken for the definition of a reference
  const code = has('code') && !(common.link !== null && text.includes(']'));
  if (code) return [{ ...common, text: text.replace(/\s+/g, ' '), code: true }];
  const words = text.replace(/[\r\n\t]+/g, ' ').match(/\s+|\S+/gu) ?? [];
  return words.map((word) => ({ ...common, text: word, code: false }));
}

/** At the end and the beginning of a line there is no space. */
function withoutSpaceAtBreaks(list: readonly Piece[]): readonly Piece[] {
  const isBreak = (at: number): boolean => list[at]?.text === '\n';
  const isSpace = (at: number): boolean => list[at]?.code === false && list[at].text.trim() === '';
  return list.filter((_, at) => {
    if (!isSpace(at) || isBreak(at)) return true;
    let [before, after] = [at, at];
    while (isSpace(before) && !isBreak(before)) before -= 1;
    while (isSpace(after) && !isBreak(after)) after += 1;
    return !isBreak(before) && !isBreak(after);
  });
}

/** A sign does not stand beside space on its inner side: the space goes out of what it marks. */
function withoutEdges(list: readonly Piece[], sign: Sign): readonly Piece[] {
  const marked = (at: number): boolean => list[at]?.marks.has(sign) === true;
  const blank = (at: number): boolean => list[at]?.code === false && list[at].text.trim() === '';
  return list.map((piece, at) => {
    if (!marked(at) || !blank(at)) return piece;
    let before = at;
    while (blank(before) && marked(before)) before -= 1;
    let after = at;
    while (blank(after) && marked(after)) after += 1;
    const inside = marked(before) && marked(after);
    return inside ? piece : { ...piece, marks: new Set([...piece.marks].filter((one) => one !== sign)) };
  });
}

/** Neighbours of one look become one. */
export function mergedPieces(list: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of list) {
    const last = found.at(-1);
    if (last === undefined || !alike(last, piece)) {
      found.push(piece);
      continue;
    }
    const text = last.text + piece.text;
    found.splice(-1, 1, { ...last, text: last.code ? text.replace(/\s+/g, ' ') : text });
  }
  return found;
}

const alike = (a: Piece, b: Piece): boolean =>
  a.link === b.link && a.code === b.code && signs.every((sign) => a.marks.has(sign) === b.marks.has(sign));
