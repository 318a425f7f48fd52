/** Which addresses an article may lead to: the same as where it is shown to readers. */

const article = /^\/a\/[a-z0-9-]+$/;
const picture = /^picture:([0-9a-f]{32})$/i;

/** The address as an article may carry it: http or https, or another article here; null: it leads nowhere. */
export function linkTo(address: string): string | null {
  if (article.test(address)) return address;
  if (!/^https?:\/\/[^/\\]/i.test(address) || !URL.canParse(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  // a name before the host is how one place is made to look like another
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
}

/** The same for what somebody types: `example.org/page` means https. */
export function typedLink(text: string): string | null {
  const address = text.trim();
  const bare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u.test(address);
  return linkTo(bare ? `https://${address}` : address);
}

/** The id behind `picture:ID`; null: no picture of ours. */
export const pictureAt = (address: string): string | null =>
  picture.exec(address)?.[1]?.toLowerCase() ?? null;
