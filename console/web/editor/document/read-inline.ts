/** The words of one block: markdown-it's tokens as text with marks, and the pictures between them. */
import type { Token } from 'markdown-it';
import { linkTo, pictureAt } from './addresses.js';
import { isCjk } from './cjk.js';
import type { DocMark, DocNode } from './doc-node.js';

/** Text, breaks and pictures in their order. */
export function readInline(tokens: readonly Token[]): readonly DocNode[] {
  const reading = new InlineReading();
  tokens.forEach((token, at) => {
    reading.read(token, tokens, at);
  });
  return reading.found;
}

const markOf: Readonly<Partial<Record<string, string>>> = { strong: 'bold', em: 'italic', s: 'strike' };

class InlineReading {
  readonly found: DocNode[] = [];
  readonly #open = new Map<string, number>();
  #link: string | null = null;

  read(token: Token, tokens: readonly Token[], at: number): void {
    const mark = markOf[token.type.replace(/_(open|close)$/, '')];
    if (mark !== undefined) this.#open.set(mark, (this.#open.get(mark) ?? 0) + token.nesting);
    else if (token.type === 'link_open') this.#link = linkTo(attribute(token, 'href'));
    else if (token.type === 'link_close') this.#link = null;
    else if (token.type === 'image') this.#picture(token);
    else if (token.type === 'hardbreak') this.found.push({ type: 'hardBreak' });
    else if (token.type === 'softbreak') this.#text(this.#joint(tokens, at));
    else this.#text(token.content, token.type === 'code_inline');
  }

  #picture(token: Token): void {
    const alt = flat(wordsIn(token.children ?? []));
    const id = pictureAt(attribute(token, 'src'));
    if (id === null) this.#text(alt);
    else this.found.push({ type: 'picture', attrs: { id, alt, caption: flat(attribute(token, 'title')) } });
  }

  #text(text: string, code = false): void {
    if (text === '') return;
    const marks: DocMark[] = [
      ...(this.#link === null ? [] : [{ type: 'link', attrs: { href: this.#link } }]),
      ...['bold', 'italic', 'strike'].flatMap((type) => ((this.#open.get(type) ?? 0) > 0 ? [{ type }] : [])),
      ...(code ? [{ type: 'code' }] : []),
    ];
    const last = this.found.at(-1);
    if (last?.text !== undefined && alike(last.marks ?? [], marks))
      this.found.splice(-1, 1, { ...last, text: last.text + text });
    else this.found.push({ type: 'text', text, ...(marks.length === 0 ? {} : { marks }) });
  }

  /** Chinese is written without spaces: between two Han characters the end of a line is nothing at all. */
  #joint(tokens: readonly Token[], at: number): string {
    const before = this.found.at(-1)?.text?.slice(-1) ?? '';
    return isCjk(before) && isCjk(wordsAhead(tokens, at).charAt(0)) ? '' : ' ';
  }
}

function wordsAhead(tokens: readonly Token[], at: number): string {
  for (const token of tokens.slice(at + 1)) {
    if (token.type.endsWith('break')) return '';
    if (token.content !== '') return token.content;
  }
  return '';
}

const alike = (a: readonly DocMark[], b: readonly DocMark[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What a picture shows is said in words alone. */
const wordsIn = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type.endsWith('break')) return ' ';
      return token.type === 'image' ? wordsIn(token.children ?? []) : token.content;
    })
    .join('');
