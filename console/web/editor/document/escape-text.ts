/** Signs that would mean something in Markdown, written so that they mean themselves. */

const entity = /&(?=(?:#x[a-f0-9]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});)/gi;
/** what an address in angle brackets may begin with */
const angle = /<(?=[\w.!#$%&'*+/=?^`{|}~-])/g;

/** Words within a line. What means something at the beginning of a line only: `escapeLine`. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(entity, '&amp;')
    .replace(angle, '\\<')
    .replace(/(?<![a-z0-9])_|_(?![a-z0-9])/gi, '\\_')
    .replace(/~(?=~|$)|(?<=~|^)~/g, '\\~')
    .replace(/!$/, '\\!');

/** A line as the beginning of a block, or after a break: no list, no heading, no quote, no rule, no table. */
export function escapeLine(line: string): string {
  if (/^(#{1,6}(\s|$)|>|[-+=:|](?=[\s\-:|=]|$))/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A `|` would begin the next cell. */
export const escapeCell = (text: string): string => text.replaceAll('|', '\\|');

/** An address between parentheses. */
export const escapeAddress = (address: string): string =>
  address
    .replace(/[\\()<>]/g, '\\$&')
    .replace(/\s/g, (space) => encodeURIComponent(space))
    .replace(entity, '&amp;');

/** Words between quotation marks. */
export const escapeTitle = (title: string): string =>
  title.replace(/[\\"]/g, '\\$&').replace(entity, '&amp;').replace(/\s+/gu, ' ').trim();

/** A character written by its number: for what stands beside it, it is a sign and no letter. */
export const asEntity = (character: string): string => `&#${character.codePointAt(0) ?? 32};`;
