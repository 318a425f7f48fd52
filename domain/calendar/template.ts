/** Texts with `{placeholders}`. A brace itself is written twice. */

/** Something in a template that cannot be filled. */
export interface TemplateProblem {
  /** `unknown`: no value has this name · `brace`: one that neither begins nor ends a placeholder */
  readonly what: 'unknown' | 'brace';
  /** where it begins, in UTF-16 units from 0 */
  readonly at: number;
  /** as it is written, braces included */
  readonly text: string;
}

type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'placeholder'; readonly name: string; readonly text: string; readonly at: number }
  | { readonly is: 'brace'; readonly text: string; readonly at: number };

const pattern = /\{\{|\}\}|\{[^{}\n]*\}|[{}]|[^{}]+/g;

function piecesOf(template: string): readonly Piece[] {
  return Array.from(template.matchAll(pattern), ({ 0: text, index: at }): Piece => {
    if (text === '{{' || text === '}}') return { is: 'text', text: text.charAt(0) };
    if (text === '{' || text === '}') return { is: 'brace', text, at };
    if (!text.startsWith('{')) return { is: 'text', text };
    return { is: 'placeholder', name: text.slice(1, -1).trim(), text, at };
  });
}

/**
 * The text with its placeholders filled. What a value contains stays as it is: it is never read as a placeholder.
 * What has no value stays as it is written; `checkTemplate` finds it beforehand.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return piecesOf(template)
    .map((piece) => {
      if (piece.is !== 'placeholder' || !Object.hasOwn(values, piece.name)) return piece.text;
      return values[piece.name] ?? piece.text;
    })
    .join('');
}

/** The names that a template asks for, each once, as they come. */
export function placeholdersIn(template: string): readonly string[] {
  const names = piecesOf(template).flatMap((piece) => (piece.is === 'placeholder' ? [piece.name] : []));
  return [...new Set(names)];
}

/** What in a template would not be filled by values of these names. */
export function checkTemplate(template: string, known: readonly string[]): readonly TemplateProblem[] {
  return piecesOf(template).flatMap((piece): readonly TemplateProblem[] => {
    if (piece.is === 'text') return [];
    const { at, text } = piece;
    if (piece.is === 'brace') return [{ what: 'brace', at, text }];
    return known.includes(piece.name) ? [] : [{ what: 'unknown', at, text }];
  });
}
