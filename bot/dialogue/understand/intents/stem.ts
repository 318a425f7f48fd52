/** A word without the endings that change nothing of what is meant: reports, reported, reporting. */
export const stemOf = (word: string): string =>
  word.length < 5 ? word.replace(/(?<=[^s])s$/u, '') : word.replace(/(?:ings?|e?d|ly|(?<=[^s])e?s|e)$/u, '');
