import { randomUUID } from 'node:crypto';

/** The server that MONGODB_URI_TEST names, with a new database on it, for tests beside each other; or undefined. */
export function serverUri(): string | undefined {
  const given = process.env['MONGODB_URI_TEST'];
  if (given === undefined || given === '') return undefined;
  const uri = new URL(given);
  uri.pathname = `/test-${randomUUID().slice(0, 8)}`;
  return uri.href;
}
