/** What the audit log calls an act, in words. `{{role}}` is the role that the act's name ends with. */
export const acts = {
  session: { begin: 'signed in', end: 'ended a session', refused: 'a sign-in was refused' },
  invitation: {
    offer: 'offered the role {{role}} in an invitation',
    accept: 'accepted an invitation',
    end: 'withdrew an invitation',
  },
  staff: {
    grant: 'gave the role {{role}}',
    withdraw: 'took the role {{role}} away',
    recover: 'used the recovery code',
    reset: 'reset an account',
    end: 'ended an account',
  },
  audit: { read: 'read the audit log' },
  article: {
    create: 'began an article',
    edit: 'edited an article',
    restore: 'brought an older version back',
    submit: 'sent an article for review',
    return: 'sent an article back',
    approve: 'approved an article',
    reschedule: 'moved an article’s date',
    unschedule: 'took an article off the schedule',
    stop: 'stopped an article',
    withdraw: 'withdrew an article',
    retry: 'had the platform try again',
    confirm: 'confirmed that an article is published',
    fall_short: 'settled an article as published in part',
  },
  phone: { link: 'linked their phone', unlink: 'unlinked their phone' },
  picture: { upload: 'uploaded a picture' },
};
