/** The text itself: its tools, pictures and links, the phone beside it. */
export const tools = {
  label: 'Tools of the text',
  heading: 'Heading',
  subheading: 'Subheading',
  bold: 'Bold',
  italic: 'Italic',
  bullets: 'List',
  numbers: 'Numbers',
  quote: 'Quote',
  link: 'Link',
  picture: 'Picture',
  table: 'Table',
  undo: 'Undo',
  redo: 'Redo',
};

export const tableTools = {
  label: 'Tools of the table',
  rowAbove: 'Row above',
  rowBelow: 'Row below',
  rowDelete: 'Delete the row',
  columnBefore: 'Column before',
  columnAfter: 'Column after',
  columnDelete: 'Delete the column',
  tableDelete: 'Delete the table',
};

export const count = {
  zh: '{{count}} characters',
  en: '{{count}} words',
};

export const moreKeys = {
  save: 'Save now',
  tools: 'From the text to its tools',
  back: 'From the tools back to the text',
  comment: 'Comment on the paragraph',
  picture: 'Change the words of the chosen picture',
  cell: 'In a table: the next cell; in a list: one level down',
};

export const picture = {
  newTitle: 'Add a picture',
  title: 'Words of the picture',
  file: 'Picture',
  fileHint: 'JPEG, PNG, WebP or GIF, at most 20 MB. It can also be dropped here, or pasted into the text.',
  choose: 'Choose a picture',
  fileMissing: 'Choose a JPEG, PNG, WebP or GIF.',
  alt: { zh: 'What it shows, in Chinese', en: 'What it shows, in English' },
  altHint: 'For readers who do not see it, and in the place of a picture that does not load.',
  altMissing: 'Say in a sentence what it shows.',
  caption: 'Caption below it (optional)',
  add: 'Add the picture',
  keep: 'Keep the words',
  laterWords: 'Later',
  edit: 'Change the words',
  says: 'Shows: {{alt}}',
  noAlt: 'Nothing says yet what it shows',
  going: 'On its way: {{percent}} %',
  again: 'Try again',
  leftOut_one: '{{count}} picture lies elsewhere and was left out. Save it first, then add it.',
  leftOut_other: '{{count}} pictures lie elsewhere and were left out. Save them first, then add them.',
};

export const link = {
  title: 'Where the words lead',
  address: 'Address',
  hint: 'https://…, or /a/… for another article here',
  wrong: 'Links lead to https:// or http:// addresses, or to /a/….',
  words: 'Words of the link',
  keep: 'Set the link',
  remove: 'Remove the link',
};

export const phone = {
  label: 'On a phone',
  open: 'Preview',
  tabs: { article: 'Article', chat: 'Chat card', lock: 'Lock screen' },
  notes: {
    article: 'As the article’s page shows it.',
    chat: 'As followers get it when it is sent to them.',
    lock: 'What can be read without unlocking the phone, where it is sent. Choose a title that does no harm there.',
  },
  app: { zh: '微信', en: 'WeChat' },
  noTitle: 'No title yet',
  noDigest: 'No digest yet',
  noText: 'No text yet',
};
