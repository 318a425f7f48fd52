/** Addresses that the platform hands out. `base` is its own, without a slash at the end. */

const root = '/simulator/wechat';

export const fileUrl = (base: string, mediaId: string): string => `${base}${root}/files/${mediaId}`;

/** `idx`: the place of the article, from 1. */
export const articleUrl = (base: string, articleId: string, idx: number): string =>
  `${base}${root}/articles/${articleId}/${idx}`;

/** Good while the draft is in the box. */
export const previewUrl = (base: string, draftId: string, idx: number): string =>
  `${base}${root}/previews/${draftId}/${idx}`;

/** The id in the address of a file, or null. */
export const fileIdOf = (base: string, address: string): string | null => {
  const before = fileUrl(base, '');
  const id = address.startsWith(before) ? address.slice(before.length) : '';
  return /^[A-Za-z0-9_-]+$/.test(id) ? id : null;
};

/** Whether an article may point there: to another article of the platform, ours or a real one. */
export function isArticleUrl(base: string, address: string): boolean {
  const before = `${base}${root}/articles/`;
  if (address.startsWith(before)) return /^[A-Za-z0-9_-]+\/[1-8]$/.test(address.slice(before.length));
  return /^https?:\/\/mp\.weixin\.qq\.com\/s[/?]/.test(address);
}
