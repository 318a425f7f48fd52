/** The fields of an article, and what may be wrong with them. */
export const langs = {
  label: 'Language',
  zh: 'Chinese',
  en: 'English',
  beside: 'Side by side',
  missing: 'not yet',
};

export const fields = {
  label: 'About the article',
  title: { zh: 'Title, Chinese', en: 'Title, English' },
  digest: { zh: 'Digest, Chinese', en: 'Digest, English' },
  digestHint: 'One or two sentences: lists, link previews and the card in the chat show them.',
  body: { zh: 'Text, Chinese', en: 'Text, English' },
  coverAlt: { zh: 'What the cover shows, in Chinese', en: 'What the cover shows, in English' },
  coverAltHint: 'For readers who do not see it.',
  count: '{{count}} of {{max}}',
  kind: 'Kind',
  category: 'Related category',
  noCategory: 'None',
  categoryHint: '“Report something like this” below the article opens it.',
  author: 'Author',
  authorHint: 'The line under the title.',
};

export const cover = {
  label: 'Cover',
  none: 'No cover yet',
  hint: 'Wide, about 900 by 383. JPEG, PNG, WebP or GIF, at most 20 MB. It can also be dropped here.',
  choose: 'Choose a cover',
  other: 'Choose another',
  remove: 'Remove the cover',
};

export const tags = {
  label: 'Tags',
  none: 'No tags',
  new: 'New tag',
  add: 'Add the tag',
  remove: 'Remove',
  removeOne: 'Remove the tag {{tag}}',
  too_long: 'A tag has at most 20 characters.',
  too_many: 'An article has at most ten tags.',
};

export const sources = {
  label: 'Sources',
  hint: 'Where readers can check what the article says.',
  title: 'Source {{n}}: title',
  url: 'Source {{n}}: address',
  wrong: 'An address begins with https:// or http://.',
  add: 'Add a source',
  remove: 'Remove',
  removeOne: 'Remove source {{n}}',
};

export const slug = {
  label: 'Address of the article',
  hint: 'What stands behind {{address}}. Small letters, digits and hyphens. It never changes once the article was public.',
  save: 'Change the address',
  saved: 'The address is changed.',
  taken: 'Another article already has this address.',
  wrong: 'Use small letters, digits and single hyphens, 3 to 60 characters.',
  reserved: 'This word has another meaning here. Choose another one, or add a second word.',
};

export const missing = {
  title: { zh: 'There is no Chinese text yet', en: 'There is no English text yet' },
  nothing: 'The article has no text in any language yet.',
  text: 'A translation begins with the structure of the other language: its headings, lists, tables and pictures, with the words that are to be translated.',
  begin: 'Begin the translation',
  empty: 'Begin with an empty page',
  readonly: 'It can be written when the article is a draft.',
};

export const problems = {
  title_missing: 'The title is missing.',
  title_too_long: 'The title is longer than {{max}} characters.',
  title_platform_too_long:
    'The platform takes titles of at most {{max}} characters; this one can only be read on the web.',
  digest_missing: 'The digest is missing.',
  digest_too_long: 'The digest is longer than {{max}} characters.',
  body_missing: 'The text is missing.',
  body_too_long:
    'The text is too long for the platform: with its markup it would have more than {{max}} characters.',
  body_too_many_bytes: 'The text is too large for the platform.',
  body_picture_without_words: 'A picture has no words for readers who do not see it.',
  body_picture_unknown: 'A picture in the text is not there any more. Take it out, or add it anew.',
  body_link_dropped: 'Links to other places are not shown on the platform; their words stay.',
  body_untranslated:
    'Paragraphs that read the same in both languages: {{n}}. They are probably not translated yet.',
  coverAlt_missing: 'What the cover shows is not said.',
  author_missing: 'The author is missing.',
  author_too_long: 'The author has more than {{max}} characters.',
  cover_missing: 'The cover is missing.',
  cover_picture_unknown: 'The cover is not there any more. Choose it anew.',
  sources_address_wrong: 'The address of a source does not begin with https:// or http://.',
  texts_missing: 'There is no text in any language.',
  texts_not_translated: 'It is written in one language only.',
  other: 'Something is not right with “{{field}}” ({{code}}).',
};

export const problemGroups = {
  stop: 'To be done before it is sent',
  warn: 'Good to know',
  none: 'Nothing is missing',
  stops_one: '{{count}} thing to do before it is sent',
  stops_other: '{{count}} things to do before it is sent',
  warns_one: '{{count}} thing to know',
  warns_other: '{{count}} things to know',
};
