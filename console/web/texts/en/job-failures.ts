/** Why a run failed, why a letter was not delivered, and what the letters are; the code itself stands beside it. */
export const failures = {
  partly: 'Some of it failed; the rest was done.',
  database: 'The database did not answer.',
  platform: 'The platform refused, or did not answer as it should.',
  network: 'A connection could not be made, or broke off.',
  disk: 'The disk is full.',
  files: 'A file could not be read or written.',
  memory: 'There was not enough memory.',
  lost: 'Another process took the work over.',
  other: 'Something unforeseen went wrong.',
};

export const reasons = {
  notSetUp: 'This way is not set up any more: STAFF_SMTP_URL or STAFF_WEBHOOK_URL has changed.',
  noAlert: 'This version does not know such a letter.',
  signIn: 'The mail server did not accept name and password.',
  tls: 'No secure connection to the mail server could be made.',
  timedOut: 'The other side did not answer in time.',
  noConnection: 'The other side could not be reached.',
  smtpLater: 'The mail server did not take it for the moment ({{code}}).',
  smtpRefused: 'The mail server refused it ({{code}}).',
  httpLater: 'The web address answered that it cannot take it for the moment ({{code}}).',
  httpRefused: 'The web address refused it ({{code}}).',
  other: 'Something unforeseen went wrong.',
};

export const kinds = {
  'staff-mail': 'mail to staff',
  'staff-webhook': 'web call for staff',
};

export const alerts = {
  work: 'There is work on the desk',
  calendar_unconfirmed: 'Holidays are to be entered',
  admin_needed_tomorrow: 'An administrator has to confirm a mass send tomorrow',
  admin_needed_now: 'An administrator has to confirm a mass send now',
  held: 'The line is on hold',
  job_failing: 'A job keeps failing',
  send_in_doubt: 'A send is in doubt',
};
