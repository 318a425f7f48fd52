/** markdown-it as readers of articles get it: what is written here is read there alike (publishing/markdown/parser.ts). */
import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import { isCjk } from './cjk.js';

export function createMarkdownParser(): MarkdownIt {
  const parser = new MarkdownItParser({ html: false, linkify: false, typographer: false, maxNesting: 100 });
  // Text that is pushed in by four spaces is text: what people paste is seldom code.
  parser.disable(['code', 'html_block', 'html_inline']);
  parser.validateLink = () => true;
  bindCjk(parser);
  return parser;
}

/** Beside Han characters signs open and close as they would beside a space: `**注意：**请` is bold. */
function bindCjk(parser: MarkdownIt): void {
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      if (!canSplitWord) return scanned;
      const last = characterBefore(this.src, start);
      const next = characterAt(this.src, start + scanned.length, this.posMax);
      if (!isCjk(last) && !isCjk(next)) return scanned;
      return { ...scanned, can_open: !isSpace(next), can_close: !isSpace(last) };
    }
  };
}

const isSpace = (character: string): boolean => character === '' || /\s/u.test(character);

const characterBefore = (text: string, at: number): string =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at - 1)) ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);

const characterAt = (text: string, at: number, end: number): string =>
  at < end ? String.fromCodePoint(text.codePointAt(at) ?? 32) : '';
