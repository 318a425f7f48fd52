/** A text as the editor holds it, in the form that ProseMirror writes and reads as JSON. */

export interface DocMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface DocNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocNode[];
  readonly marks?: readonly DocMark[];
  readonly text?: string;
}

/** The same for whoever may change what they are given. */
export interface MutableDocNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: MutableDocNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export const mutable = ({ type, attrs, content, marks, text }: DocNode): MutableDocNode => ({
  type,
  ...(attrs === undefined ? {} : { attrs: { ...attrs } }),
  ...(content === undefined ? {} : { content: content.map(mutable) }),
  ...(marks === undefined
    ? {}
    : {
        marks: marks.map((mark) => ({
          type: mark.type,
          ...(mark.attrs === undefined ? {} : { attrs: { ...mark.attrs } }),
        })),
      }),
  ...(text === undefined ? {} : { text }),
});

export const childrenOf = ({ content }: DocNode): readonly DocNode[] => content ?? [];

/** An attribute as text; empty where there is none. */
export function textAttr({ attrs }: DocNode | DocMark, name: string): string {
  const value = attrs?.[name];
  return typeof value === 'string' ? value : '';
}

/** An attribute as a whole number; `other` where there is none. */
export function numberAttr({ attrs }: DocNode, name: string, other: number): number {
  const value = attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) ? value : other;
}
