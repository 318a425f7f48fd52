/** The words of one paragraph: markdown-it's tokens as runs, and the pictures between them as blocks of their own. */
import type { Token } from 'markdown-it';
import { neutralText } from '../../domain/clean-text.js';
import type { Block, Marks, Run } from './document.js';
import { linkTo, pictureAt } from './links.js';
import { isCjk } from './parser.js';

export type Picture = Extract<Block, { kind: 'picture' }>;

/** Runs and pictures in their order. */
export function readInline(tokens: readonly Token[]): readonly (Run | Picture)[] {
  const reading = new InlineReading();
  tokens.forEach((token, i) => {
    reading.read(token, tokens, i);
  });
  return reading.found;
}

class InlineReading {
  readonly found: (Run | Picture)[] = [];
  #strong = 0;
  #em = 0;
  #deleted = 0;
  #link: string | null = null;

  read(token: Token, tokens: readonly Token[], at: number): void {
    switch (token.type) {
      case 'strong_open':
      case 'strong_close':
        this.#strong += token.nesting;
        break;
      case 'em_open':
      case 'em_close':
        this.#em += token.nesting;
        break;
      case 's_open':
      case 's_close':
        this.#deleted += token.nesting;
        break;
      case 'link_open':
        this.#link = linkTo(attribute(token, 'href'));
        break;
      case 'link_close':
        this.#link = null;
        break;
      case 'image':
        this.#picture(token);
        break;
      case 'hardbreak':
        this.#text('\n');
        break;
      case 'softbreak':
        this.#text(this.#joint(tokens, at));
        break;
      case 'code_inline':
        this.#text(neutralText(token.content), true);
        break;
      default:
        this.#text(neutralText(token.content));
    }
  }

  #picture(token: Token): void {
    const alt = neutralText(wordsOf(token.children ?? []));
    const id = pictureAt(attribute(token, 'src'));
    if (id === null) this.#text(alt);
    else this.found.push({ kind: 'picture', id, alt, caption: neutralText(attribute(token, 'title')) });
  }

  #text(text: string, code = false): void {
    if (text === '') return;
    const marks: Marks = {
      strong: this.#strong > 0,
      em: this.#em > 0,
      deleted: this.#deleted > 0,
      code,
      link: this.#link,
    };
    const last = this.found.at(-1);
    if (last !== undefined && 'text' in last && alike(last.marks, marks))
      this.found.splice(-1, 1, { text: last.text + text, marks });
    else this.found.push({ text, marks });
  }

  /** Chinese is written without spaces: between two Han characters the end of a line is nothing at all. */
  #joint(tokens: readonly Token[], at: number): string {
    const last = this.found.at(-1);
    const before = last !== undefined && 'text' in last ? last.text.slice(-1) : '';
    const after = wordsAhead(tokens, at).charAt(0);
    return isCjk(before) && isCjk(after) ? '' : ' ';
  }
}

function wordsAhead(tokens: readonly Token[], at: number): string {
  for (let i = at + 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.type.endsWith('break')) return '';
    if (token.content !== '') return token.content;
  }
  return '';
}

const alike = (a: Marks, b: Marks): boolean =>
  a.strong === b.strong && a.em === b.em && a.deleted === b.deleted && a.code === b.code && a.link === b.link;

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');

/** What a picture shows is said in words alone. */
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.type.endsWith('break')
        ? ' '
        : token.type === 'image'
          ? wordsOf(token.children ?? [])
          : token.content,
    )
    .join('');
