/** Which addresses a text of ours may lead to. */
import { isSlug } from '../../domain/articles/slug.js';

const article = /^\/a\/([^/]+)$/;
const picture = /^picture:([0-9a-f]{32})$/i;

/**
 * The address as a page may carry it; null: it leads nowhere. To other places by http and https only, and never with a
 * name before the host, which is how one place is made to look like another.
 */
export function linkTo(address: string): string | null {
  const slug = article.exec(address)?.[1];
  if (slug !== undefined) return isSlug(slug) ? address : null;
  if (!/^https?:\/\/[^/\\]/i.test(address) || !URL.canParse(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
}

/** The id behind `picture:ID`; null: no picture of ours. */
export const pictureAt = (address: string): string | null =>
  picture.exec(address)?.[1]?.toLowerCase() ?? null;

/** Whether a kept address leaves this site. */
export const isForeign = (link: string): boolean => !link.startsWith('/');
