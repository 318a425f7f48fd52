/** Where a request comes from, no finer than tries to sign in have to be slowed: an IPv4 /24, an IPv6 /64. */

/** The network of an address as the system or a proxy writes it; what is no address is a network of its own. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (v4 !== undefined) return `${v4}.0/24`;
  if (!address.includes(':')) return address;
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, without zeros in front. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const [left, right] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const known = [...(left ?? []), ...(right ?? [])].length;
  const zeros = Array.from({ length: Math.max(0, 8 - known) }, () => '0');
  return [...(left ?? []), ...zeros, ...(right ?? [])].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/, ''),
  );
}

/**
 * What a network is called while counting: a word under a key that is drawn anew each day and kept nowhere, so that
 * nobody can tell later, or elsewhere, which network it was.
 */
export function createNetworkHandles(parts: {
  /** something that makes of a text a word, under a key that is drawn with it */
  readonly newHandles: () => (network: string) => string;
  readonly today: () => string;
}): (address: string) => string {
  let day = '';
  let handle = parts.newHandles();
  return (address) => {
    const today = parts.today();
    if (today !== day) {
      day = today;
      handle = parts.newHandles();
    }
    return handle(networkOf(address));
  };
}
