/** Reads XML strictly: what is not well formed is an error. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['item', 'url', 'category', 'xhtml:link'].includes(name),
  processEntities: { enabled: true, maxTotalExpansions: 100_000, maxExpandedLength: 10_000_000 },
  htmlEntities: true,
});

/** @throws Error where the text is not well formed, and where it has a sign or an entity that XML does not know */
export function parseXml(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the parser itself forgives; its successor is not installed
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(valid.err.msg);
  if (/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) throw new Error('a sign that XML forbids');
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error('an entity that XML does not know');
  return parser.parse(text) as unknown;
}
