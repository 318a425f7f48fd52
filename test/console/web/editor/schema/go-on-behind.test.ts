import { describe, expect, test } from '@jest/globals';
import { Schema } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { goOnBehind } from '../../../../../console/web/editor/schema/go-on-behind.js';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*' },
    cell: { group: 'block', content: 'paragraph picture*' },
    picture: { group: 'block', atom: true },
    text: {},
  },
});
const paragraph = (words: string) =>
  ({ type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] }) as const;
const picture = { type: 'picture' } as const;

/** The state in which the first picture is chosen, after the caret went behind it. */
function behind(...content: readonly object[]): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content });
  let at = 0;
  doc.descendants((node, place) => {
    if (node.type.name === 'picture' && at === 0) at = place;
  });
  const state = EditorState.create({ doc, selection: NodeSelection.create(doc, at) });
  const change = state.tr;
  goOnBehind(change);
  return state.apply(change);
}
const typed = (state: EditorState): string => state.apply(state.tr.insertText('x')).doc.toString();

describe('who goes on typing behind a picture', () => {
  test.each([
    [
      'writes at the beginning of what follows',
      [paragraph('a'), picture, paragraph('b')],
      'paragraph("a"), picture, paragraph("xb")',
    ],
    [
      'gets a paragraph where none follows',
      [paragraph('a'), picture],
      'paragraph("a"), picture, paragraph("x")',
    ],
    [
      'gets one between two pictures',
      [paragraph('a'), picture, picture],
      'paragraph("a"), picture, paragraph("x"), picture',
    ],
    [
      'leaves a cell, in which none may follow',
      [{ type: 'cell', content: [paragraph('a'), picture] }, paragraph('b')],
      'cell(paragraph("a"), picture), paragraph("xb")',
    ],
  ])('%s', (_, content, doc) => {
    expect(typed(behind(...content))).toBe(`doc(${doc})`);
  });

  test('stays where the caret is, if no block is chosen', () => {
    const doc = schema.nodeFromJSON({ type: 'doc', content: [paragraph('ab'), picture] });
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 2) });
    const change = state.tr;
    goOnBehind(change);
    expect([change.docChanged, change.selection.from]).toEqual([false, 2]);
  });
});
