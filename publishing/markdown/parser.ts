/** markdown-it as articles need it: CommonMark with tables and deletions, no HTML, nothing that becomes a link by itself. */
import MarkdownItParser, { type MarkdownIt } from 'markdown-it';

/** Han, kana, and the punctuation that stands between them. */
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;

export const isCjk = (character: string): boolean => cjk.test(character);

export function createParser(): MarkdownIt {
  const parser = new MarkdownItParser({ html: false, linkify: false, typographer: false, maxNesting: 100 });
  // Text that is pushed in by four spaces is text: what people paste is seldom code.
  parser.disable(['code', 'html_block', 'html_inline']);
  // Every address is parsed, and judged afterwards (links.ts): a refused one leaves its words, not its brackets.
  parser.validateLink = () => true;
  bindCjk(parser);
  return parser;
}

/**
 * CommonMark takes `**注意：**请` for no emphasis, because its rule counts on spaces between words. Beside Han characters
 * signs open and close as they would beside a space (the rule of markdown-cjk-friendly).
 */
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

function characterAt(text: string, at: number, end: number): string {
  return at < end ? String.fromCodePoint(text.codePointAt(at) ?? 32) : '';
}
