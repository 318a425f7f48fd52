import { countPlaceholders } from './day-values.js';

/** Whether a name has the count in it already. */
export const countsItself = (name: string): boolean =>
  countPlaceholders.some((placeholder) => name.includes(`{${placeholder}}`));
