/** The list of articles, the queue of those to review, the window for a new one. */
export const list = {
  label: 'List of articles',
  detail: 'The chosen article',
  new: 'New article',
  search: 'Search titles',
  state: 'State',
  anyState: 'Any state',
  kind: 'Kind',
  anyKind: 'Any kind',
  clear: 'Show all',
  by: 'last written by {{name}}',
  line: 'the line',
  emptyTitle: 'There are no articles yet',
  emptyText:
    'Articles tell people what can be reported and how. Each is reviewed by somebody else before it goes out.',
  emptyReader: 'Articles appear here when an editor has begun one.',
  first: 'Write the first article',
  noneTitle: 'No article fits',
  noneText: 'Search with fewer letters, or look at all states and kinds.',
  found_one: '{{count}} article found',
  found_other: '{{count}} articles found',
  foundMost: 'Only the {{count}} newest that fit are looked at. More letters find fewer.',
  pickTitle: 'No article is chosen',
  pickText: 'A click, or j and k, shows one here. Enter opens it.',
};

export const preview = {
  open: 'Open the article',
  noDigest: 'No digest yet',
  since: 'since {{at}}',
  next: 'What comes next',
  last: 'What happened last',
  byLine: 'by the line itself',
  by: 'by {{name}}',
};

export const newArticle = {
  title: 'New article',
  begin: 'Begin with',
  empty: 'An empty page',
  copy: 'A copy of an earlier article',
  copyHint:
    'Last year’s notice, for example. Text, pictures, tags and sources are copied; state and time are not.',
  search: 'Which article is copied? Search its title',
  results: 'Articles found',
  none: 'No article with these words',
  copyMissing: 'Search for the article and choose it',
  kind: 'What kind of article is it?',
  kindMissing: 'Choose the kind',
  make: 'Begin the article',
  makeCopy: 'Make the copy',
};

export const review = {
  intro:
    'What has waited longest comes first. Nobody reviews what they wrote, or sent for review, themselves.',
  since: 'since {{at}}',
  waited: {
    now: 'Just sent',
    minutes_one: 'Waiting {{count}} minute',
    minutes_other: 'Waiting {{count}} minutes',
    hours_one: 'Waiting {{count}} hour',
    hours_other: 'Waiting {{count}} hours',
    days_one: 'Waiting {{count}} day',
    days_other: 'Waiting {{count}} days',
  },
  sentBy: 'sent by {{name}}',
  writtenBy: 'last written by {{name}}',
  comments_one: '{{count}} open comment',
  comments_other: '{{count}} open comments',
  read: 'Read and review',
  readLabel: 'Read and review: {{title}}',
  open: 'Open',
  openLabel: 'Open: {{title}}',
  yours: 'Yours',
  forEditor: 'For an editor',
  why: {
    wrote: 'You wrote it last, so somebody else approves it.',
    sent: 'You sent it for review, so somebody else approves it.',
    editor: 'A supervisor approves only where no other editor could, and here one can.',
  },
  emptyTitle: 'Nothing is waiting for review',
  emptyText: 'What an editor sends for review appears here.',
  list: 'Articles waiting for review',
};
