/** What the line does by itself, and the letters that it could not deliver. */
export const page = {
  intro:
    'What the line does by itself. Each job looks for what is due, so one run more does no harm, and what a run could not do the next one does.',
  asOf: 'As of {{time}}.',
  resting: 'As of {{time}}. It goes on as soon as you do something here.',
  refresh: 'Refresh',
  emptyTitle: 'This line has no jobs',
  emptyText: 'That cannot be: tell whoever runs the line.',
};

export const sections = {
  label: 'Parts of jobs',
  jobs: 'Jobs',
  letters: 'Undelivered letters',
};

/** What somebody should look at. */
export const attention = {
  asleep_one: 'No job has run for {{count}} minute.',
  asleep_other: 'No job has run for {{count}} minutes.',
  asleepNever: 'No job has run yet.',
  asleepText:
    'What is due waits; nothing is lost. It is done once a process with the role jobs runs: one that is started without the setting ROLES has all roles. Ask whoever runs this line to see to it; on its machine “npm run jobs -- list” shows the same as this page.',
  failing_one: '{{count}} job failed the last time it ran:',
  failing_other: '{{count}} jobs failed the last time they ran:',
  failingText:
    'Each is tried again by itself. If one keeps failing, whoever runs this line finds the cause in the log, under job.failed.',
  held_one: '{{count}} job rests, because the line is on hold. What it would do waits.',
  held_other: '{{count}} jobs rest, because the line is on hold. What they would do waits.',
  letters_one: '{{count}} letter could not be delivered.',
  letters_other: '{{count}} letters could not be delivered.',
  lettersMore: 'More than {{count}} letters could not be delivered.',
  lettersLook: 'See why',
};

export const groups = {
  sends: 'What goes out to people',
  upkeep: 'What keeps the line in order',
};

export const columns = {
  job: 'Job',
  last: 'Last run',
  figures: 'Found, done, failed',
  next: 'Next run',
  act: 'By hand',
};

export const every = {
  tick: 'every minute',
  hour: 'every hour',
  day: 'every day',
};

export const states = {
  well: 'Went well',
  failing: 'Failed',
  never: 'Has not run yet',
  held: 'Rests: on hold',
  late: 'No run has ended lately',
};

export const row = {
  took: '{{at}}, took {{took}}',
  figures: 'found {{found}}, done {{done}}, failed {{failed}}',
  nothing: 'nothing was due',
  uncounted: 'not counted, to protect who reports',
  uncountedFailed: 'failed {{failed}}; the rest is not counted',
  nextSoon: 'within a minute',
  nextHeld: 'once released',
  failedBefore: 'failed before, {{at}}',
  lateText: 'It is still at work, or it is stuck.',
  run: 'Run now',
  runLabel: 'Run now: {{job}}',
  none: '–',
};

/** A run that somebody asked for. */
export const wanted = {
  asked: 'Asked for at {{time}}. It begins within a minute; what comes of it appears here.',
  askedAsleep: 'Asked for at {{time}}. It begins once a process runs jobs.',
  running: 'It has begun.',
  ended: 'Your run of {{time}}: {{state}}.',
  endedSpoken: '{{job}} ran: {{state}}.',
};

export const took = {
  ms: '{{count}} ms',
  seconds: '{{count}} s',
  minutes: '{{count}} min',
};

export const letters = {
  intro:
    'Mails and web calls with which the line tells staff that they should look. One that keeps failing is given up after some tries and stands here until somebody sees to it.',
  deadTitle: 'Given up',
  waitingTitle: 'Still being tried',
  emptyTitle: 'Everything was delivered',
  emptyText: 'A letter that could not be delivered after several tries appears here, with the reason.',
  deadNone: 'Nothing was given up.',
  what: 'Letter',
  when: 'When',
  tries: 'Tries',
  reason: 'Why not',
  act: 'What to do',
  ofDay: 'of {{day}}',
  next: 'next try {{at}}',
  dueNow: 'next try within a minute',
  untried: 'not tried yet',
  retry: 'Try again',
  retryLabel: 'Try again: {{what}}',
  retried: 'It is tried again within a minute.',
  remove: 'Delete',
  removeLabel: 'Delete: {{what}}',
  removeTitle: 'Delete this letter?',
  removeLost: '“{{what}}” is not delivered any more. What it tells of stays on the desk.',
  removeButton: 'Delete the letter',
  removed: 'Deleted.',
  empty: 'Delete all that were given up',
  emptyAskTitle: 'Delete all letters that were given up?',
  emptyLost_one: '{{count}} letter is not delivered any more. What it tells of stays on the desk.',
  emptyLost_other: '{{count}} letters are not delivered any more. What they tell of stays on the desk.',
  emptyLostMore:
    'More than {{count}} letters are not delivered any more. What they tell of stays on the desk.',
  emptyType: 'Type “{{word}}” to go on',
  emptyWord: 'delete',
  emptyMismatch: 'Type the word {{word}}, without anything else.',
  emptyButton: 'Delete all of them',
  emptied: 'All of them are deleted.',
};
