/** HTML and XML in which every inserted text is escaped, unless it says of itself that it is markup. */

/** Text that is markup already. */
export class Markup {
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

/** Null leaves nothing. */
export type Insert = string | number | null | Markup | readonly Markup[];

/** The tag of a template: `markup`<p>${words}</p>``. Attributes stand in double quotes. */
export function markup(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  const text = parts.map((part, at) => (at === 0 ? part : `${textOf(inserts[at - 1] ?? null)}${part}`));
  return new Markup(text.join(''));
}

function textOf(insert: Insert): string {
  if (insert === null) return '';
  if (insert instanceof Markup) return insert.toString();
  if (typeof insert === 'object') return insert.join('\n');
  return escape(String(insert));
}

// What XML forbids, and the signs that turn the direction of what comes after them: a title must not rewrite its page.
const unfit = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML and XML, also between quotes. */
export function escape(text: string): string {
  return text.replace(unfit, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
