/** As the server has it: letters and digits, with blanks, dots, hyphens and apostrophes between; at most 40 characters. */
const form = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .·'’-]{0,38}[\p{L}\p{M}\p{N}.])?$/u;

export const isName = (typed: string): boolean => form.test(typed.normalize('NFKC').trim());
