import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';

/**
 * Puts the caret behind a block that was just put in and is chosen since: the next letter would replace it. A paragraph is
 * made where none follows and one may stand. What is no chosen block stays as it is.
 */
export function goOnBehind(transaction: Transaction): void {
  const { selection } = transaction;
  if (!(selection instanceof NodeSelection)) return;
  const { $to, to } = selection;
  const paragraph = transaction.doc.type.schema.nodes['paragraph'];
  const at = $to.index();
  if ($to.nodeAfter?.isTextblock !== true && paragraph !== undefined)
    if ($to.parent.canReplaceWith(at, at, paragraph)) transaction.insert(to, paragraph.create());
  const next = transaction.doc.resolve(to);
  if (next.nodeAfter?.isTextblock === true)
    transaction.setSelection(TextSelection.create(transaction.doc, to + 1));
  else transaction.setSelection(Selection.findFrom(next, 1, true) ?? selection);
}
