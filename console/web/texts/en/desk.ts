/** What pages that are written in have in common: saving, leaving, times, the phone that tests go to. */
export const saving = {
  changed: 'Not saved yet',
  saving: 'Saving',
  justNow: 'Saved just now',
  seconds: 'Saved {{count}} s ago',
  minutes_one: 'Saved {{count}} minute ago',
  minutes_other: 'Saved {{count}} minutes ago',
  offline: 'Not saved: offline. It is kept here, and tried again.',
  ended: 'Not saved: signed out. It is kept here until you sign in again.',
  stale: 'Not saved: somebody else saved meanwhile.',
  closed:
    'Not saved: it was sent on meanwhile. What you wrote is kept here; copy it, or have the other taken back.',
  refused: 'Not saved.',
  tooLong: 'The text is longer than the server takes. Please shorten it, or make two of it.',
  again: 'Save again',
  decide: 'Decide what holds',
  before: 'What is on the page could not be saved, so nothing was done. See above.',
};

export const leave = {
  title: 'Leave without saving?',
  text: 'What you wrote could not be saved. If you leave now, it is gone.',
  stay: 'Stay here',
  go: 'Leave, and lose it',
};

export const moment = {
  inZone: '{{at}}, time of {{zone}}.',
  here: 'Your own clock, {{zone}}, will show {{at}}.',
};

export const phone = { dark: 'Dark' };

export const test = {
  title: 'Send me a test',
  notAvailable: 'This line has no Official Account that could send a test.',
  link: 'Link my phone',
  scan: 'Scan this with WeChat on the phone that is to get tests, and follow the account.',
  code: 'QR code that links your phone',
  waiting: 'Waiting for the scan. The code is good until {{at}}.',
  linked: 'Your phone is linked since {{day}}.',
  send: 'Send the test',
  sent: 'Sent. It arrives in the chat with the account within a minute.',
  unlink: 'Unlink my phone',
  notLinked: 'Your phone is not linked any more. Link it again.',
  limit: 'No more tests today: there are twenty a day.',
  refused: 'The platform did not take it. Its code: {{code}}',
  warn: 'Do not report anything with the phone that is linked here: the platform and this desk know whose it is.',
};
