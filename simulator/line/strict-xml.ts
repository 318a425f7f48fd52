/**
 * Reads the XML of an answer the way a strict peer would: no attributes, no comments, no DTD, nothing left open.
 * Written apart from `wechat/xml.ts` on purpose: a fault shared by reader and writer would go unseen.
 */
export interface Node {
  readonly name: string;
  /** the text of a leaf; blank where there are children */
  readonly text: string;
  readonly children: readonly Node[];
}

const name = /[A-Za-z_][\w.-]*/y;
const illegal = /(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])|[\ufffe\uffff]/u;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** @throws Error with a short reason, without a word of the text */
export function parseXml(source: string): Node {
  if (illegal.test(source)) throw new Error('a character that XML forbids');
  const reader = new Reader(source.replace(/^\s*<\?xml [^?]*\?>/, ''));
  reader.blanks();
  const root = reader.element();
  reader.blanks();
  if (!reader.atEnd) throw new Error('something after the root element');
  return root;
}

class Reader {
  private at = 0;
  constructor(private readonly source: string) {}

  get atEnd(): boolean {
    return this.at === this.source.length;
  }

  blanks(): void {
    while (/\s/.test(this.source.charAt(this.at))) this.at += 1;
  }

  element(): Node {
    this.expect('<');
    const tag = this.name();
    this.expect('>');
    const children: Node[] = [];
    let text = '';
    while (!this.starts('</')) {
      if (this.starts('<![CDATA[')) text += this.cdata();
      else if (this.starts('<')) children.push(this.element());
      else text += this.plain();
    }
    this.expect('</');
    if (this.name() !== tag) throw new Error('tags that do not match');
    this.expect('>');
    if (children.length > 0 && text.trim() !== '') throw new Error('text beside elements');
    return { name: tag, text: children.length > 0 ? '' : text, children };
  }

  private cdata(): string {
    const end = this.source.indexOf(']]>', this.at);
    if (end < 0) throw new Error('CDATA without an end');
    const text = this.source.slice(this.at + '<![CDATA['.length, end);
    this.at = end + 3;
    return text;
  }

  private plain(): string {
    const end = this.source.indexOf('<', this.at);
    if (end < 0) throw new Error('an element without an end');
    const raw = this.source.slice(this.at, end);
    if (raw.includes(']]>')) throw new Error(']]> in plain text');
    this.at = end;
    return raw.replace(/&([^;&]*;?)/g, (_, entity: string) => decodeEntity(entity));
  }

  private name(): string {
    name.lastIndex = this.at;
    const found = name.exec(this.source)?.[0];
    if (found === undefined) throw new Error('no name where a tag begins');
    this.at += found.length;
    return found;
  }

  private starts(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  private expect(text: string): void {
    if (!this.starts(text)) throw new Error(`no ${text} where one belongs`);
    this.at += text.length;
  }
}

function decodeEntity(entity: string): string {
  const named = entity.endsWith(';') ? entities[entity.slice(0, -1)] : undefined;
  if (named !== undefined) return named;
  const code = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));$/.exec(entity);
  const value = code === null ? NaN : code[1] !== undefined ? parseInt(code[1], 16) : Number(code[2]);
  if (!(value > 0 && value <= 0x10ffff)) throw new Error('an entity that is not known');
  return String.fromCodePoint(value);
}
