/** Words of articles that several pages use. */
export const kinds = {
  case: 'Case',
  law: 'Law',
  advice: 'Advice',
  notice: 'Notice',
  figures: 'Figures',
};

export const kindHints = {
  case: 'something that happened, told so that the conduct can be seen',
  law: 'what the law says, and since when',
  advice: 'what somebody can do',
  notice: 'something to announce',
  figures: 'numbers, such as those of a year',
};

export const states = {
  draft: 'Draft',
  in_review: 'In review',
  scheduled: 'Scheduled',
  about_to_go: 'About to go',
  submitted: 'On its way',
  awaiting_admin: 'Unconfirmed',
  checking: 'Being checked',
  published: 'Published',
  refused: 'Refused',
  partly_published: 'Partly published',
  in_doubt: 'In doubt',
  withdrawn: 'Withdrawn',
};

export const late = {
  held: 'Late: the line is held',
  no_jobs: 'Late: the jobs do not run',
  platform: 'Late: the platform is silent',
};

/** What it means, and what to do. */
export const lateDo = {
  held: 'The line is held since its database was restored or copied: what was planned waits until a supervisor or an administrator lets it go on, under Jobs.',
  no_jobs:
    'Nothing on this line runs what is due, or it cannot reach the store. Tell whoever runs the line; the article goes out when that works again.',
  platform:
    'The platform has not answered, or the page is not shown yet. It is asked again every minute; nothing is sent twice.',
};

export const titles = {
  none: 'No title yet',
  missing: { zh: 'No Chinese', en: 'No English' },
};

export const times = {
  planned: 'Planned for {{at}}',
  missed: 'Was planned for {{at}}',
  published: 'Published {{at}}',
  zone: 'All times are those of {{zone}}.',
};

export const live = {
  short: 'Live',
  is: 'Readers have it, as no. {{number}}, in the version of {{at}}.',
  not: 'Readers do not have it.',
};

/** What happened, for the timeline. */
export const events = {
  create: 'Begun',
  copy: 'Begun as a copy',
  edit: 'Opened for changes',
  restore: 'An older version was brought back',
  submit: 'Sent for review',
  return: 'Sent back',
  take_back: 'Taken back',
  approve: 'Approved',
  reschedule: 'Moved to another time',
  unschedule: 'Taken off the schedule',
  hold: 'About to go, and can be stopped',
  stop: 'Stopped',
  refuse: 'Refused by the platform',
  go: 'Public on the web and in the chat',
  await_admin: 'Waiting for the account’s administrator',
  check: 'Being checked by the platform',
  confirm: 'Published',
  fall_short: 'Not taken by the platform',
  doubt: 'The platform’s answer was lost',
  retry: 'Sent to the platform once more',
  withdraw: 'Withdrawn',
  platform_gone: 'Taken down on the platform too',
  platform_stays: 'Its copy on the platform could not be taken down',
  other: 'Changed',
};

export const nextSteps = {
  begin: 'Write it: there is no text yet.',
  missing_one: '{{count}} thing is missing before it can be sent for review.',
  missing_other: '{{count}} things are missing before it can be sent for review.',
  ready: 'Nothing is missing. It can be sent for review.',
  in_review: 'Somebody who did not write it reviews it.',
  scheduled: 'It goes out by itself. Its time can be changed until ten minutes before.',
  about_to_go: 'It goes out within ten minutes. It can still be stopped.',
  submitted: 'Readers have it on the web and in the chat. The platform has not answered yet.',
  awaiting_admin:
    'Readers have it on the web and in the chat. An administrator of the Official Account has to confirm it on their phone within 30 minutes, or the platform does not send it.',
  checking: 'Readers have it on the web and in the chat. The platform is still checking it.',
  published:
    'Nothing has to be done. Editing it begins a new draft; readers keep this version until that goes out.',
  refused: 'The platform refused it before anything was public. Change it and have it reviewed again.',
  partly_published:
    'Readers have it on the web and in the chat, but not on the platform. That part can be tried again.',
  in_doubt: 'Nobody knows whether the platform published it. Look there, then say which it is.',
  withdrawn: 'Readers do not have it any more. Editing it begins a new draft.',
};
