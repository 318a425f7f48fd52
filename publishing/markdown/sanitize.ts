/**
 * The second wall. The writers can only write what the dialects know; should one of them ever be wrong, this still lets
 * nothing through that runs, loads or leads elsewhere.
 */
import sanitizeHtml from 'sanitize-html';

const text = ['p', 'h2', 'h3', 'strong', 'em', 'br', 'blockquote', 'ul', 'ol', 'li', 'a', 'img'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const empty = { nonBooleanAttributes: [], allowedEmptyAttributes: ['alt'], selfClosing: ['img', 'br', 'hr'] };

const onlyHttp = {
  allowedSchemes: ['http', 'https'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
};

/** What a page of ours may hold of an article. */
export const webAllowed = {
  ...empty,
  ...onlyHttp,
  allowedTags: [...text, ...tables, 'h4', 'h5', 'h6', 'del', 'code', 'pre', 'hr', 'figure', 'figcaption'],
  allowedAttributes: {
    a: ['href', { name: 'rel', multiple: false, values: ['noopener noreferrer nofollow'] }],
    img: ['src', 'alt', { name: 'loading', multiple: false, values: ['lazy'] }],
    ol: ['start'],
  },
  allowedClasses: { th: ['center', 'right'], td: ['center', 'right'] },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'img' && !/^\/a\/pictures\/[0-9a-f]{32}\/web$/.test(attribs['src'] ?? ''),
} satisfies sanitizeHtml.IOptions;

/** What the platform's editor keeps. Styles are ours, written in the dialect, and not parsed once more. */
export const platformAllowed = {
  ...empty,
  ...onlyHttp,
  allowedTags: [...text, ...tables, 'section', 'span'],
  allowedAttributes: { '*': ['style'], a: ['href'], img: ['src', 'alt'], ol: ['start'] },
  parseStyleAttributes: false,
} satisfies sanitizeHtml.IOptions;

export const sanitize = (html: string, allowed: sanitizeHtml.IOptions): string => sanitizeHtml(html, allowed);
