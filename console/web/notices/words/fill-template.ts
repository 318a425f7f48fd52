/** Texts with `{placeholders}`, filled while they are typed. The server fills them by the same rules; a brace itself is written twice. */

type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'placeholder'; readonly text: string; readonly name: string }
  | { readonly is: 'brace'; readonly text: string };

const pattern = /\{\{|\}\}|\{[^{}\n]*\}|[{}]|[^{}]+/g;

function piecesOf(template: string): readonly Piece[] {
  return Array.from(template.matchAll(pattern), ([text]): Piece => {
    if (text === '{{' || text === '}}') return { is: 'text', text: text.charAt(0) };
    if (text === '{' || text === '}') return { is: 'brace', text };
    if (!text.startsWith('{')) return { is: 'text', text };
    return { is: 'placeholder', text, name: text.slice(1, -1).trim() };
  });
}

export type Values = Readonly<Record<string, string>>;

/** The text filled; what has no value stays as it is written. */
export const fillTemplate = (template: string, values: Values): string =>
  piecesOf(template)
    .map((piece) =>
      piece.is === 'placeholder' && Object.hasOwn(values, piece.name)
        ? (values[piece.name] ?? '')
        : piece.text,
    )
    .join('');

/** What would not be filled, as it is written, each once: a name that has no value, a single brace. */
export function unfilled(template: string, values: Values): readonly string[] {
  const wrong = piecesOf(template).filter(
    (piece) => piece.is === 'brace' || (piece.is === 'placeholder' && !Object.hasOwn(values, piece.name)),
  );
  return [...new Set(wrong.map(({ text }) => text))];
}
