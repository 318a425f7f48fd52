/** Reads a page as a browser would, and says what in it is not well formed. */
import { Parser } from 'htmlparser2';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** all text inside, as a person reads it */
  readonly text: string;
}

/** HTML's elements that have no end tag. */
const empty = new Set(['meta', 'link', 'img', 'input', 'hr', 'br']);

/** Every element of a page in order. @throws Error where an end tag is missing or is none */
export function elementsOf(html: string): readonly Element[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: number[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(elements.push({ name, attributes: { ...attributes }, text: '' }) - 1);
    },
    ontext(data) {
      for (const at of open) {
        const element = elements[at];
        if (element !== undefined) element.text += data;
      }
    },
    onclosetag(name, implied) {
      const closed = elements[open.pop() ?? -1];
      if (closed?.name !== name || (implied && !empty.has(name)))
        throw new Error(`<${closed?.name ?? ''}> ends with ${implied ? 'nothing' : `</${name}>`}`);
    },
  });
  parser.end(html);
  return elements;
}

export interface Page {
  readonly elements: readonly Element[];
  /** elements of a name, perhaps only those with these attributes */
  all(name: string, attributes?: Readonly<Record<string, string>>): readonly Element[];
  /** the text of the first */
  text(name: string, attributes?: Readonly<Record<string, string>>): string | undefined;
  /** `content` of a `<meta>` by its name or property */
  meta(name: string): string | undefined;
  /** the link whose words these are */
  linkTo(words: string): string | undefined;
}

export function read(html: string): Page {
  const elements = elementsOf(html);
  const all: Page['all'] = (name, attributes = {}) =>
    elements.filter(
      (element) =>
        element.name === name &&
        Object.entries(attributes).every(([key, value]) => element.attributes[key] === value),
    );
  return {
    elements,
    all,
    text: (name, attributes) => all(name, attributes)[0]?.text,
    meta: (name) => [...all('meta', { name }), ...all('meta', { property: name })][0]?.attributes['content'],
    linkTo: (words) => all('a').find(({ text }) => text === words)?.attributes['href'],
  };
}
