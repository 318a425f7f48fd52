/** A poster that opens the bot at a category brings the word for reporting, tapped with this; so does what an article ends in. */
import type { Graph, Question } from '../../questions/types.js';

export const posterTap = (code: string): string => `poster:${code}`;

/** The category that a tap brings, or undefined. */
export const posterCategory = (tap: string | undefined): string | undefined =>
  /^poster:(.+)$/.exec(tap ?? '')?.[1];

/** The question that asks for the category; every graph has one. */
export const categoryQuestion = ({ questions }: Pick<Graph, 'questions'>): Question | null =>
  questions.find(({ role }) => role === 'category') ?? null;
