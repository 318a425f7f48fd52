export const mostTags = 10;
const longest = 20;

/** The tags with one more; one that is there already stays where it is. */
export function addTag(
  tags: readonly string[],
  typed: string,
): { readonly tags: readonly string[]; readonly problem: 'too_long' | 'too_many' | null } {
  const tag = typed.normalize('NFC').replace(/\s+/gu, ' ').replace(/^#/, '').trim();
  if (tag === '' || tags.some((one) => one.toLowerCase() === tag.toLowerCase()))
    return { tags, problem: null };
  if (tag.length > longest) return { tags, problem: 'too_long' };
  if (tags.length >= mostTags) return { tags, problem: 'too_many' };
  return { tags: [...tags, tag], problem: null };
}
