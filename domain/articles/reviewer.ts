import type { Role } from '../access.js';

/**
 * Whether somebody may review what these people wrote: nobody reviews their own words (`author`), and a supervisor does
 * only where no other editor could (`not_needed`).
 */
export async function reviewerOf(
  actor: { readonly id: string; readonly roles: readonly Role[] },
  authors: readonly string[],
  otherEditor: (than: readonly string[]) => Promise<boolean>,
): Promise<'reviewer' | 'author' | 'not_needed'> {
  if (authors.includes(actor.id)) return 'author';
  if (!actor.roles.includes('editor') && (await otherEditor(authors))) return 'not_needed';
  return 'reviewer';
}
