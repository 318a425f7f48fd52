/** A comment stands at a paragraph, named by how it begins: the text goes on changing, and there are no numbers in it. */
const longest = 60;

/** A beginning as it is shown: that more follows is said. */
export const shownStart = (start: string): string => (start.length < longest ? start : `${start}…`);

export const paragraphStart = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, longest);

/** Whether a paragraph is the one that begins like this. */
export const isParagraph = (text: string, start: string): boolean =>
  start !== '' && text.replace(/\s+/gu, ' ').trim().startsWith(start);
