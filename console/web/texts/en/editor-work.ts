/** From draft to reader: reviewing, planning, stopping, and what went wrong. */
export const head = {
  page: 'Article',
  back: 'All articles',
  unknownTitle: 'There is no such article',
  unknownText: 'It may have been a wrong address.',
  others_one: '{{names}} has this article open too',
  others_other: '{{names}} have this article open too',
};

export const menu = {
  button: 'More',
  versions: 'Versions and timeline',
  figures: 'Reading figures',
  test: 'Send me a test',
  copy: 'Copy for the platform',
  keys: 'Keys of the text',
  withdraw: 'Withdraw the article',
};

export const next = {
  submit: 'Send for review',
  review: 'Review',
  take_back: 'Take it back',
  stop: 'Stop it',
  settle: 'Say what is so',
  reopen: 'Make it a draft again',
  retry: 'Try the platform again',
};

export const steps = {
  notSaved: 'The text could not be saved, so nothing was done. See above.',
  submitted: 'Sent for review.',
  sentBy: 'Sent by {{name}}, {{at}}',
  takenBack: 'It is a draft again.',
  reschedule: 'Change time or way',
  rescheduleKeep: 'Keep the new plan',
  rescheduled: 'The plan is changed.',
  unschedule: 'Take it off the schedule',
  unscheduled: 'It is off the schedule, and a draft again.',
  retried: 'The platform is asked once more.',
  refusedBefore: 'The platform did not take it the last time:',
  onPlatform: 'Its page on the platform',
  forReaders: 'Its page for readers',
  editingLive: 'Readers have the version of {{at}}. This is a new draft; it goes out after another review.',
};

export const fell = {
  returned: 'It was sent back. The comments say why.',
  noted: 'It was sent back, with this note:',
  silent: 'It was sent back, without an open comment. Ask who sent it back.',
  taken_back: 'It was taken back before it was reviewed.',
  stop: 'It was stopped before it went out.',
  unschedule: 'It was taken off the schedule.',
};

export const hold = {
  title: 'It goes out in',
  now: 'now',
  spoken_one: 'It goes out in about {{count}} minute. It can still be stopped.',
  spoken_other: 'It goes out in about {{count}} minutes. It can still be stopped.',
  stop: 'Stop it',
  stopped: 'Stopped. Nothing went out, and it is a draft again.',
  mayNot: 'An editor or a supervisor can stop it.',
  hint: 'Until then nobody outside this desk has seen it.',
};

export const review = {
  title: 'Review',
  own: 'You wrote it last or sent it for review, so somebody else approves it.',
  editorsFirst: 'A supervisor approves only where no other editor could, and here one can.',
  checks: 'I have read it all, and',
  checksMissing: 'Tick all three, or send it back.',
  openComments_one: '{{count}} comment is still open.',
  openComments_other: '{{count}} comments are still open.',
  approve: 'Approve and plan',
  approved: 'Approved. It goes out by itself.',
  return: 'Send it back',
  returned: 'Sent back. It is a draft again.',
  note: 'Note to the author, when it is sent back',
  returnHint: 'What is to be changed, if the comments do not say it.',
};

export const checks = {
  shows_conduct: 'it shows conduct, what somebody did, and not what they think or are',
  names_no_real_person: 'it names no real person, nor can one be recognised',
  no_opinion_case: 'no case in it is about an opinion, a belief or a membership',
};

export const plan = {
  when: 'When does it go out?',
  soon: 'As soon as possible: in ten minutes, in which it can be stopped',
  at: 'At a day and time',
  day: 'Day',
  time: 'Time',
  how: 'Where does it go?',
  ways: {
    none: 'Only the web and the chat',
    quiet: 'Also the platform, quietly',
    send: 'Also to followers, as a message',
  },
  reach: {
    none: 'Readers find it on the article pages and ask for it in the chat. Nobody is told.',
    quiet: 'It gets a page on the platform that can be found and shared there. Nobody is told.',
    send: 'It appears in their chat list and on their lock screen.',
  },
  short: {
    none: 'Web and chat only',
    quiet: 'Also the platform, quietly',
    send: 'Also to all followers',
    tag: 'Also to the followers with tag {{tag}}',
  },
  noAccount: 'This line has no Official Account.',
  mayNot: 'This account may not do that.',
  unsure:
    'Whether this account may do that is not known yet. If not, the web and the chat have it all the same.',
  toWhom: 'To whom?',
  all: 'To everybody who follows',
  allCounted_one: 'To everybody who follows: {{number}} person',
  allCounted_other: 'To everybody who follows: {{number}} people',
  tag: 'To the followers with a tag',
  tagNumber: 'Number of the tag',
  tagHint: 'As 用户管理 (Followers) in the back office names it.',
  budget: '{{month}}: {{sent}} of {{most}} mass sends are used. Each follower gets at most so many a month.',
  budgetGone: 'None is left this month.',
  backTitle: 'What can no longer be taken back',
  back: {
    none: 'Whoever has read it has read it. The page itself can be withdrawn at any time.',
    quiet:
      'Whoever has read it has read it. The platform’s page may stay when the article is withdrawn here.',
    send: 'A message that was sent stays in the phones of those who got it, whatever is done afterwards.',
  },
};

export const planProblems = {
  day: 'Fill in the day.',
  time: 'Fill in the time of day.',
  left_out: 'This time does not exist on that day: the clocks go forward.',
  past: 'This time has passed.',
  tag: 'Fill in the number of the tag.',
};

export const doubt = {
  look: 'Look there before you say anything; nothing is sent again by itself.',
  placeSent:
    'Open the platform’s back office, 内容与互动 › 发表记录 (Published), and look at the mass sends.',
  placeQuiet: 'Open the platform’s back office, 内容与互动 › 发表记录 (Published).',
  title: 'Look for the title “{{title}}”.',
  time: 'It would stand there with a time shortly after {{at}}.',
  there: 'It is there',
  notThere: 'It is not there',
  hint: '“It is there” makes it published. “It is not there” makes it partly published, and the platform can be tried again.',
};

export const withdraw = {
  title: 'Withdraw the article?',
  lost: 'Its page, the chat and the feed stop showing it at once. The text stays here, as a draft that can go out again.',
  sent: 'Messages that were sent stay in the phones of those who got them. That cannot be undone.',
  page: 'Its page on the platform is taken down if the platform does it; the timeline will say whether it did.',
  type: 'Type “{{word}}” to confirm',
  word: 'withdraw',
  mismatch: 'Type the word “{{word}}”.',
  button: 'Withdraw the article',
  done: 'Withdrawn. Readers do not have it any more.',
  gone: 'Its page on the platform is taken down too.',
  stays:
    'The platform did not take its page down. It can be deleted there by hand, under 发表记录 (Published).',
};

export const comments = {
  title_one: 'Comments: {{count}} open',
  title_other: 'Comments: {{count}} open',
  none: 'No comments.',
  write: 'Comment on the paragraph with the caret',
  noPlace: 'Put the caret into a paragraph of the text first, then comment.',
  at: 'At “{{paragraph}}”',
  gone: 'The paragraph “{{paragraph}}” has changed or is gone.',
  text: 'Comment',
  textMissing: 'Write the comment first.',
  send: 'Add the comment',
  sent: 'Comment added.',
  resolve: 'Settled',
  resolveOne: 'Mark the comment of {{name}} as settled',
  resolved: 'settled',
  showResolved_one: 'Show {{count}} settled comment',
  showResolved_other: 'Show {{count}} settled comments',
};

export const versions = {
  title: 'Versions',
  back: 'Back to the text',
  none: 'There is no earlier version yet.',
  hint: 'A version is kept when somebody begins to write, when the article is sent for review, and when it goes out.',
  why: {
    saved: 'before somebody wrote on',
    submitted: 'sent for review',
    published: 'went out',
    restored: 'brought back',
  },
  compare: 'Compare with now',
  restore: 'Bring back',
  restored: 'That version is the text again; the one before is kept as a version.',
  left: 'Compare',
  right: 'with',
  choose: 'Choose a version',
  now: 'the text as it stands now',
  same: 'Both say the same.',
  what: 'What',
  before: 'Before',
  after: 'After',
  timeline: 'What happened',
};

export const merge = {
  title: 'Two texts from one',
  intro:
    '{{name}} saved this article on {{at}}, while you were writing in it. Nothing of either is lost. Where only one of you changed something, that is chosen already.',
  theirs: 'Theirs',
  mine: 'Yours',
  take: { theirs: 'Take theirs', mine: 'Take yours', both: 'Take both, theirs first' },
  open: 'both changed it: choose',
  missing: 'Choose what holds for every difference.',
  keep: 'Save this over theirs',
  later: 'Go on writing, and decide later',
  laterHint: 'Until it is decided nothing of yours is saved; it is kept in this window.',
  nothing: 'nothing',
  none: 'no text',
  cover: 'picture {{id}}',
  translation: 'the whole translation',
  paragraphs: 'text',
  fields: {
    kind: 'Kind',
    author: 'Author',
    cover: 'Cover',
    tags: 'Tags',
    category: 'Related category',
    sources: 'Sources',
    title: 'Title',
    digest: 'Digest',
    coverAlt: 'What the cover shows',
    body: 'Text',
  },
};

export const figures = {
  title: 'Reading figures',
  none: 'Nobody has read it yet.',
  day: 'Day',
  views: 'Times opened',
  total: 'Together',
  hint: 'Times opened: how often its page on this line was opened. Who did is not kept.',
  readers: 'Readers on the platform',
  readersHint:
    'Readers on the platform: how many people read its page there, by the platform’s own count and its own days, for thirty days. One person can be in both columns.',
  unsaid:
    'The platform has not said yet how many read it there. It is asked once a day, from eight in the morning, for thirty days.',
};

export const copy = {
  title: 'Copy for the platform',
  intro:
    'Puts the {{lang}} text, with its look, on the clipboard, for the editor in the platform’s back office. Needed only where the platform cannot be reached from here.',
  button: 'Copy the text',
  copied: 'Copied. Paste it there.',
  failed: 'The browser did not allow that. Press the button once more, and allow the clipboard.',
  pictures_one: '{{count}} picture has to be uploaded there by hand',
  pictures_other: '{{count}} pictures have to be uploaded there by hand',
  warn: 'Do not open an article that was published from here in the platform’s own editor: it loses its look when it is saved there.',
};

export const test = {
  intro: 'Your own phone gets the article as followers would, and nobody else does.',
};
