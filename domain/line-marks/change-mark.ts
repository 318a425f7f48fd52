import { DomainError } from '../errors.js';
import type { LineMark } from './line-mark.js';
import type { LineMarks } from './ports.js';

/** Tries against other writers of the mark. */
const mostTries = 20;

/**
 * Writes what `changed` makes of the mark, whoever writes it too; null: it stays as it is.
 * @throws DomainError storage.unavailable
 */
export async function changeMark(
  marks: LineMarks,
  changed: (mark: LineMark | null) => LineMark | null,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const mark = await marks.read();
    const next = changed(mark);
    if (next === null) return;
    if (await (mark === null ? marks.insert(next) : marks.replace(next))) return;
  }
  throw new DomainError('storage.unavailable');
}
