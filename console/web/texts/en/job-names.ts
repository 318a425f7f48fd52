/** What the line's jobs are called, and what each does; in the order of the server's table. */
export const jobs = {
  'turn-day-key': {
    name: 'Key of the day',
    does: 'Turns to today’s key, so that half-written reports whose days are over can never be opened again.',
  },
  'burn-drafts': {
    name: 'Half-written reports',
    does: 'Erases those whose last day is over, with their files.',
  },
  'sweep-sessions': {
    name: 'Ended conversations',
    does: 'Removes what is left of them.',
  },
  'settle-files': {
    name: 'Sealed files',
    does: 'Writes yesterday’s anew in random order, so that the disk does not tell what came when.',
  },
  'calendar-care': {
    name: 'Holidays',
    does: 'Looks which year has not been entered yet, and says so.',
  },
  'plan-notices': {
    name: 'Drafts of day notices',
    does: 'Keeps those of the next twelve months ready.',
  },
  'sweep-consents': {
    name: 'Old consents',
    does: 'Erases consents to messages that were not used for a year.',
  },
  'read-figures': {
    name: 'Figures of the platform',
    does: 'Fetches how often articles were read and how many messages arrived.',
  },
  'token-care': {
    name: 'Access to the platform',
    does: 'Renews the access token before it ends.',
  },
  'advance-articles': {
    name: 'Articles',
    does: 'Publishes those whose time has come, and follows what the platform makes of them.',
  },
  'advance-notices': {
    name: 'Day notices',
    does: 'Takes those whose time has come: ten minutes in which they can be stopped, then out.',
  },
  'advance-sends': {
    name: 'Sends',
    does: 'Goes on with what is being sent, one recipient after the other.',
  },
  'staff-alerts': {
    name: 'Word to staff',
    does: 'Tells staff when something waits for them.',
  },
  'retry-outbox': {
    name: 'Letters',
    does: 'Delivers what waits, and tries again later what failed.',
  },
};
