import { mostTitle } from './live-problems.js';

/** A text as a field of the platform's forms shows it: one line, cut with an ellipsis, a dash for nothing. */
export function asFormField(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (line === '') return '-';
  if (line.length <= mostTitle) return line;
  let cut = '';
  for (const char of line) {
    if (cut.length + char.length >= mostTitle) break;
    cut += char;
  }
  return `${cut}…`;
}
