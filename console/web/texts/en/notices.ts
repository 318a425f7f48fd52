/** Day notices: their states and ways, and the twelve months in which they stand. */
export const states = {
  draft: 'Draft',
  in_review: 'In review',
  scheduled: 'Scheduled',
  about_to_go: 'About to go',
  going: 'Going out',
  paused: 'Paused',
  done: 'Sent',
  partly_done: 'Partly sent',
  in_doubt: 'In doubt',
  refused: 'Refused',
  missed: 'Not sent',
  cancelled: 'Called off',
};

export const groups = {
  all: 'All',
  draft: 'To confirm',
  in_review: 'In review',
  scheduled: 'Scheduled',
  heed: 'Needs a look',
  over: 'Over',
};

export const sections = {
  label: 'Parts of day notices',
  year: 'Twelve months',
  definitions: 'What recurs',
  holidays: 'Holidays',
};

export const ways = {
  mass: 'Mass send',
  account: 'Official Account notice',
  mini: 'Mini-program message',
};

/** A way with how many it would reach. */
export const reach = {
  mass_one: 'mass send to {{number}} follower',
  mass_other: 'mass send to {{number}} followers',
  massAll: 'mass send to all followers',
  massTag: 'mass send to the followers with tag {{tag}}',
  account_one: 'Official Account notice: {{number}} consent left',
  account_other: 'Official Account notice: {{number}} consents left',
  accountUnknown: 'Official Account notice',
  mini_one: 'mini-program message: {{number}} consent left',
  mini_other: 'mini-program message: {{number}} consents left',
  miniUnknown: 'mini-program message',
  none: 'no way out chosen',
};

export const marks = {
  unconfirmed: 'Day not certain',
  moved: 'Time set by hand',
  shifted: 'Instead of {{day}}',
  lead_one: '{{count}} day ahead',
  lead_other: '{{count}} days ahead',
  nth: 'the {{nth}}',
};

export const until = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  ahead_one: 'in {{count}} day',
  ahead_other: 'in {{count}} days',
  ago_one: '{{count}} day ago',
  ago_other: '{{count}} days ago',
};

export const year = {
  intro:
    'Every day of the coming year stands here as a draft, with last year’s words and this year’s numbers. Nothing goes out that an editor has not confirmed and somebody else has not approved.',
  introPast: 'What went out in the last twelve months, and what did not.',
  filter: 'Which ones',
  notice: 'Day',
  anyNotice: 'All days',
  unconfirmed: 'Only days that are not certain',
  clear: 'Show all',
  past: 'What lies behind',
  ahead: 'What is ahead',
  through_one: '{{count}} draft waits for an editor.',
  through_other: '{{count}} drafts wait for an editor.',
  goThrough: 'Go through them',
  band_one: '{{count}} day may still move: the holidays of {{years}} have not been entered.',
  band_other: '{{count}} days may still move: the holidays of {{years}} have not been entered.',
  enter: 'Enter the holidays of {{year}}',
  sure: 'All of these days are certain.',
  emptyTitle: 'Nothing recurs yet',
  emptyText: 'Define a day, such as an education day, and its next twelve months stand here as drafts.',
  emptyReader: 'They appear here when an editor has defined a day.',
  define: 'Define the first day',
  nonePastTitle: 'Nothing went out in the last twelve months',
  nonePastText: 'What has gone out, or was missed, is kept here.',
  noneTitle: 'No day notice fits',
  noneText: 'Look at all of them, or at another day.',
  zone: 'Times of day are those of {{zone}}.',
  list: 'Day notices of {{month}}',
  add: 'Add a date',
  link: 'Calendar link',
};

export const budget = {
  month: 'Mass sends: {{sent}} sent, {{planned}} planned, of {{most}}',
  hand: 'Enter one sent by hand',
};

export const add = {
  title: 'Add a date',
  intro:
    'For a day that the rule does not name, such as an event this year only. It stands there as a draft.',
  notice: 'Which notice?',
  on: 'On which day?',
  onMissing: 'Choose a day from today on.',
  button: 'Add the draft',
  there: 'There is one on this day already.',
  open: 'Open it',
};

export const feed = {
  title: 'Calendar link',
  intro:
    'Shows what is planned in your own calendar program. The program signs in nowhere: whoever has the link sees the days, their states and names, and no words of the notices.',
  none: 'You have no link.',
  since:
    'You have a link since {{day}}. Its address was shown once and is kept nowhere; a new one ends the old one.',
  make: 'Make a link',
  again: 'Make a new link',
  address: 'Address for your calendar program',
  once: 'Copy it now: it is shown only this once. In the program it is added as a calendar from a web address.',
  remove: 'End the link',
  removed: 'The link has ended.',
  removeHint: 'Programs that use it will find nothing any more.',
};

export const handSends = {
  title: 'Sent by hand',
  intro:
    'Mass sends that somebody made in the platform’s own back office. The line cannot see them, and without them the month’s budget is wrong.',
  month: 'Month',
  none: 'None has been entered for this month.',
  list: 'Entered for {{month}}',
  by: 'entered by {{name}}',
  on: 'On which day was it sent?',
  onWrong: 'Choose a day of the last twelve months, not after today.',
  note: 'What was it?',
  noteHint: 'A few words, for the others here. They go nowhere else.',
  noteMissing: 'Say what it was.',
  button: 'Enter it',
  done: 'Entered.',
};

export const review = {
  title: 'Day notices',
  list: 'Day notices waiting for review',
  goesOut: 'would go out {{at}}',
  read: 'Read and review',
  readLabel: 'Read and review: {{title}}',
};
