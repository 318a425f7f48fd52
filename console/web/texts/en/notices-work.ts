/** What happens to a day notice until it goes: confirmed, reviewed, moved, stopped; how it looks on a phone; what happened. */
export const move = {
  title: 'Move to another time',
  button: 'Move it',
  done: 'Moved to {{at}}.',
  later: 'Moved to {{at}}: the earlier time was too near to be stopped.',
  hint: 'It keeps its approval. Holidays that are entered later will not change this time.',
  hintDraft: 'Holidays that are entered later will not change this time.',
};

export const steps = {
  submit: 'Confirm and send for review',
  submitted: 'Confirmed, and sent for review.',
  review: 'Review',
  takeBack: 'Take it back',
  takenBack: 'It is a draft again.',
  approved: 'Approved. It goes out by itself.',
  approve: 'Approve',
  return: 'Send it back',
  returned: 'Sent back. It is a draft again.',
  unscheduled: 'It is off the schedule, and a draft again.',
  stop: 'Stop it',
  stopped: 'Stopped. Nothing went out, and it is a draft again.',
  cancelled: 'Called off for this year.',
  reopen: 'Make it a draft again',
  reopened: 'It is a draft again.',
  move: 'Move to another time',
  settle: 'Say what is so',
};

export const state = {
  draft:
    'An editor confirms the words, the ways and the time; somebody else approves them. Until then nothing goes out.',
  reader: 'An editor confirms it first.',
  in_review: 'Somebody who did not write it reviews it.',
  sentBy: 'Confirmed by {{name}}, {{at}}',
  scheduled: 'It goes out by itself. Ten minutes before, it can still be stopped here.',
  approvedBy: 'Approved by {{name}}',
  cancelled: 'It was called off for this year. Next year’s stands on its own.',
  missed: 'Its time passed, and nothing of it went out.',
  missedWhy: {
    not_confirmed: 'Nobody had confirmed and approved it in time.',
    window: 'It was approved, but the line did not run until its last moment had passed.',
  },
  missedDo: 'It can become a draft again; its new time is then in ten minutes at the earliest.',
  fell: {
    return: '{{name}} sent it back.',
    stop: '{{name}} stopped it before it went out.',
    unschedule: '{{name}} took it off the schedule.',
    reopen: '{{name}} made it a draft again.',
    holidays: 'Other holidays hold now, and its day has moved. It has to be confirmed again.',
    rule: 'The rule does not name this day any more. It has to be confirmed again, or called off.',
    at_rest: 'The day it belongs to was switched off.',
  },
};

export const hold = {
  title: 'It goes out in',
  now: 'now',
  spoken_one: 'It goes out in about {{count}} minute. It can still be stopped.',
  spoken_other: 'It goes out in about {{count}} minutes. It can still be stopped.',
  mayNot: 'An editor or a supervisor can stop it.',
  hint: 'Until then nobody outside this desk has seen it.',
};

export const reviewing = {
  title: 'Review',
  own: 'You wrote it last or confirmed it, so somebody else approves it.',
  editorsFirst: 'A supervisor approves only where no other editor could, and here one can.',
  checks: 'I have read both languages, and',
  missing: 'Tick all three, or send it back.',
  note: 'A note, if you send it back',
  noteHint: 'What is to be changed. It stands in the timeline for the others here.',
};

export const checks = {
  names_no_real_person: 'it names no real person, nor can one be recognised',
  no_opinion_or_membership: 'it is about no opinion, belief or membership',
  poses_as_no_authority: 'it does not pose as an authority or a platform',
};

export const cancel = {
  title: 'Call it off for this year?',
  lost: 'It will not go out on this day. Its words stay here, and next year’s is not touched.',
  type: 'Type “{{word}}” to confirm',
  word: 'call off',
  mismatch: 'Type the words “{{word}}”.',
  button: 'Call it off',
};

export const stale = {
  title: 'Two versions of these words',
  text: '{{name}} saved this notice on {{at}}, while you were writing in it. Nothing of either is lost yet.',
  profile: 'The line',
  theirs: 'Theirs',
  mine: 'Yours',
  takeTheirs: 'Take theirs',
  takeMine: 'Save yours over theirs',
  same: 'The words are the same; ways or article differ.',
};

export const phone = {
  label: 'On a phone',
  open: 'Preview',
  tabs: { message: 'Message', mass: 'Mass send', lock: 'Locked' },
  notes: {
    message: 'As people who allowed one message get it. The platform sets the frame.',
    mass: 'As followers get it in the chat with the account.',
    massArticle: 'As followers get it: the card of the linked article.',
    lock: 'What can be read without unlocking the phone. Choose a title that does no harm there.',
  },
  off: 'This way is not chosen.',
  sentIn: {
    zh: 'The platform’s messages go out in Chinese; this is how the other language would look.',
    en: 'The platform’s messages go out in English; this is how the other language would look.',
  },
  app: { zh: '微信', en: 'WeChat' },
  service: { zh: '服务通知', en: 'Service notifications' },
  kind: { zh: '教育日提醒', en: 'Education day' },
  fields: {
    zh: { what: '主题', on: '日期', note: '说明' },
    en: { what: 'About', on: 'Date', note: 'Note' },
  },
  details: { zh: '查看详情', en: 'View details' },
  noTitle: 'No title yet',
  noText: 'No text yet',
};

export const timeline = {
  title: 'What happened',
  byLine: 'by the line itself',
  by: 'by {{name}}',
  events: {
    create: 'The draft was made',
    edit: 'Changed',
    submit: 'Confirmed and sent for review',
    return: 'Sent back',
    approve: 'Approved',
    reschedule: 'Moved to another time',
    unschedule: 'Taken off the schedule',
    move: 'Became a draft again: its day or its definition changed',
    calendar: 'The holidays of its year were entered or taken back',
    hold: 'About to go, and can be stopped',
    stop: 'Stopped',
    go: 'Went out',
    pause: 'Paused',
    resume: 'Goes on',
    finish: 'All of it was sent',
    fall_short: 'Not all of it was sent',
    doubt: 'The platform’s answer was lost',
    refuse: 'Refused by the platform',
    miss: 'Its time passed',
    retry: 'Tried once more',
    settle: 'Somebody looked, and said what is so',
    cancel: 'Called off',
    reopen: 'Became a draft again',
    other: 'Changed',
  },
};

export const missing = { title: 'Please put this right first' };

export const test = {
  intro: 'Your own phone gets the article that this notice leads to, and nobody else gets anything.',
  noArticle: 'It leads to no article yet. Choose one first.',
};
