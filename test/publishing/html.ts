import sanitizeHtml from 'sanitize-html';

/** Every attribute that a parser finds in a piece of HTML, in order. */
export function attributesIn(html: string): readonly (readonly [name: string, value: string])[] {
  const found: (readonly [string, string])[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    onOpenTag: (_, attributes) => {
      found.push(...Object.entries(attributes));
    },
  });
  return found;
}
