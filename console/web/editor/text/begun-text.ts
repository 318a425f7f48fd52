import type { TextDraft } from '../draft.js';

/**
 * A translation at its beginning: headings, lists, tables and pictures of the other language in their order, with the words
 * that are to be translated. Title, digest and the words of the cover are asked for anew.
 */
export const begunText = (other: TextDraft | null): TextDraft => ({
  ...{ title: '', digest: '', coverAlt: '' },
  body: other?.body ?? '',
});
