import { stored, unlessDuplicate } from './errors.js';

/**
 * Runs a write that makes its document if there is none. Of two that do so at once a server may refuse one as a
 * duplicate: it finds the document when it is run again. @throws DomainError storage.unavailable
 */
export async function upsert<T>(write: () => PromiseLike<T>): Promise<T> {
  const first = await unlessDuplicate(async () => ({ answer: await write() }), null);
  return first === null ? stored(write) : first.answer;
}
