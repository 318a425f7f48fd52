import type { DialogueModel } from '../model.js';

/** What reading an answer has to know beside the question. */
export interface Reading {
  readonly model: DialogueModel;
  readonly today: string;
  /** bubbles of the account that are kept already */
  readonly parts: number;
  /** whether "I don't know" stands as a further choice */
  readonly unknownOffered: boolean;
}
