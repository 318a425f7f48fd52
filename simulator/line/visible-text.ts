import type { Link, Tap } from '../state/shown.js';

/** A text as the person sees it: link markup taken out, what can be tapped listed in its order. */
export interface VisibleText {
  readonly content: string;
  readonly taps: readonly Tap[];
  readonly links: readonly Link[];
}

const anchor = /<a\s+([^<>]*)>([^<]*)<\/a>/g;
const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Broken markup stays as it was written, as the client shows it. */
export function visibleText(text: string): VisibleText {
  const taps: Tap[] = [];
  const links: Link[] = [];
  let content = '';
  let from = 0;
  for (const found of text.matchAll(anchor)) {
    const [whole, attributes = '', label = ''] = found;
    const href = hrefOf(attributes);
    if (href === null || label === '') continue;
    content += text.slice(from, found.index);
    from = found.index + whole.length;
    const tap = tapOf(href);
    if (tap !== null) taps.push({ label, ...tap, at: content.length });
    else if (/^https?:\/\//.test(href)) links.push({ label, href, at: content.length });
    content += label;
  }
  return { content: content + text.slice(from), taps, links };
}

function hrefOf(attributes: string): string | null {
  for (const [, name, double, single] of attributes.matchAll(attribute))
    if (name === 'href') return (double ?? single ?? '').replaceAll('&amp;', '&');
  return null;
}

/** `weixin://bizmsgmenu?msgmenucontent=TEXT&msgmenuid=ID`, both URL-encoded (reference 10.3; best effort there too). */
function tapOf(href: string): { readonly send: string; readonly id: string } | null {
  const prefix = 'weixin://bizmsgmenu?';
  if (!href.startsWith(prefix)) return null;
  const query = new URLSearchParams(href.slice(prefix.length));
  const send = query.get('msgmenucontent');
  const id = query.get('msgmenuid');
  return send === null || send === '' || id === null ? null : { send, id };
}
