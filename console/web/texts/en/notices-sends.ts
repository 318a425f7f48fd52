/** What becomes of a day notice once it goes: figures, reasons, and what somebody can do about it. */
export const ledger = {
  title: 'What became of it',
  waiting: 'Its sends begin within a minute.',
  begun: 'Began {{at}}',
  ended: 'Ended {{at}}',
  late: 'It began later than planned, because the line was not running.',
  total_one: 'of {{number}} person',
  total_other: 'of {{number}} people',
  counting: 'How many there are is still being counted.',
  sent: 'Sent',
  skipped: 'Not sent',
  doubt: 'In doubt',
  left: 'Left',
  end: 'Goes on until about {{time}}',
  endDay: 'Goes on until about {{at}}',
  reasons: 'Why they were not sent',
  progress: '{{way}}: {{share}} % looked after',
  stalled:
    'Nothing has gone out for {{count}} minutes although it says that it is sending. The jobs of this line may be standing still; it goes on from where it is.',
  closing: 'It is not begun for anybody after {{at}}.',
};

export const sendStates = {
  waiting: 'Waiting',
  sending: 'Sending',
  paused: 'Paused',
  limited: 'Goes on later',
  awaiting_admin: 'Awaiting an administrator',
  checking: 'With the platform',
  done: 'Sent',
  cancelled: 'Called off',
  missed: 'Too late',
  in_doubt: 'In doubt',
  refused: 'Refused',
};

/** What a state means. */
export const sendMeans = {
  waiting: 'It begins within a minute.',
  sending: 'It goes out, one after the other.',
  paused:
    'Nothing goes out until somebody resumes it. It then goes on after the last that was sent; nobody gets it twice.',
  limited: 'The platform takes no more today. It goes on by itself {{at}}.',
  limitedOver: 'The platform takes no more for now. It goes on by itself.',
  awaiting_admin: 'An administrator of the Official Account has to confirm it on their phone.',
  checking: 'The platform works on the mass send; its answer comes by itself.',
  done: 'Everybody who could get it by this way was sent it.',
  doneMass: 'The platform says that the mass send is finished.',
  cancelled: 'It was called off. What had been sent stays sent.',
  missed: 'Its last moment passed before everybody was sent it.',
  in_doubt: 'Whether it went out is not known: the platform’s answer was lost.',
  refused: 'The platform took nothing more of it.',
};

export const admin = {
  left: '{{time}} left to confirm',
  until: 'until {{at}}',
  spoken_one: 'About {{count}} minute left for the administrator to confirm.',
  spoken_other: 'About {{count}} minutes left for the administrator to confirm.',
  over: 'The 30 minutes are over. If nobody confirmed it, the platform sends nothing, and it can be offered again.',
  how: 'WeChat shows the request to the administrators of the account, on their phones. Without it nothing goes out.',
};

export const sendActs = {
  pause: 'Pause',
  paused: 'Paused. Those under way at this moment still arrive.',
  resume: 'Resume',
  resumed: 'It goes on after the last that was sent.',
  retry: 'Offer it again',
  retried: 'It is offered to the platform once more.',
  cancel: 'Call off the rest',
  cancelled: 'The rest is called off.',
  cancelTitle: 'Call off the rest?',
  cancelLost_one: 'What was sent stays sent. {{count}} person will not get it, and it cannot be resumed.',
  cancelLost_other: 'What was sent stays sent. {{number}} people will not get it, and it cannot be resumed.',
  cancelLostMass:
    'The platform has not been asked for it yet. It will not go out this way, and cannot be resumed.',
  cancelType: 'Type “{{word}}” to confirm',
  cancelWord: 'call off',
  cancelMismatch: 'Type the words “{{word}}”.',
};

export const doubt = {
  look: 'Look there before you say anything; nothing is sent again by itself, whatever you say.',
  mass: {
    place: 'Open the platform’s back office, 内容与互动 › 发表记录 (Published), and look at the mass sends.',
    what: 'Look for “{{title}}”.',
    time: 'It would stand there with a time shortly after {{at}}.',
    sent: 'It is there',
    not: 'It is not there',
    means:
      '“It is there” counts it as sent. “It is not there” counts it as not sent, and it can be offered again inside its window.',
  },
  each: {
    place: 'Ask some of your colleagues who had allowed one message whether they got it.',
    what: 'It would have come as “{{title}}”.',
    time: 'It would have come shortly after {{at}}.',
    sent: 'They were sent',
    not: 'They were not sent',
    means_one:
      'It is about {{count}} person. They are not sent it again in either case: once too few is better than twice.',
    means_other:
      'It is about {{number}} people. They are not sent it again in either case: once too few is better than twice.',
  },
  settled: 'Noted.',
};

/** Why somebody was not sent it: words of ours and codes of the platform. */
export const skips = {
  no_consent: 'had no consent left',
  unreachable: 'cannot be reached any more',
  '43101': 'had withdrawn the consent on the platform',
  '43004': 'does not follow any more',
  '40003': 'the platform does not know them any more',
  '50002': 'the platform has restricted them',
  '50005': 'does not follow any more',
  left: 'may have got it before it was called off',
  failed: 'something went wrong on the line',
  window: 'came after its last moment',
  other: 'the platform refused it, code {{code}}',
};

/** Why a send ended or stands still. */
export const sendReasons = {
  '45028': 'The account’s mass sends are used up for this period.',
  '45065': 'The platform knows this mass send already; it was not sent a second time.',
  '45009': 'The day’s calls to the platform are used up.',
  '45015': 'The platform does not allow a message to them now.',
  '47003': 'The platform refuses the words for its form: the title may have a sign that it does not take.',
  '40037':
    'The platform does not know the message’s form any more. Whoever runs this line has to set it anew.',
  '41030': 'The platform does not know the page that it leads to.',
  '48001': 'This account may not do that.',
  '48003': 'An administrator of the account has to agree to the rules of mass sends once.',
  over_budget:
    'What was planned before it takes all of the account’s mass sends for this period. It was not handed to the platform.',
  window: 'Its last moment had passed.',
  admin_silent: 'No administrator confirmed it within 30 minutes.',
  admin_refused: 'An administrator of the account refused it.',
  no_form: 'The line has no form for this message. Whoever runs it has to set one.',
  form_unfit:
    'The words do not fit the platform’s form: a field would be empty, too long, or hold what it may not.',
  form_changed: 'The form was changed while it was going out.',
  no_article: 'The linked article is not there any more, or readers cannot see it.',
  no_cover: 'The linked article has no cover picture, and the platform sends none without.',
  no_answer: 'The platform’s answer was lost.',
  unreachable: 'The platform cannot be reached. It is tried again by itself.',
  storage: 'The store cannot be reached. It is tried again by itself.',
  failed: 'The platform says only that it failed.',
  held: 'The line had been held, as after it was put back from a copy. Look at how far this send came before it goes on.',
  no_account: 'This line has no Official Account.',
  other: 'The platform’s code: {{code}}',
};

export const over = {
  nothing: 'Nothing of it was sent.',
  ways: 'By way',
};

export const speed = {
  title: 'Speed',
  free: 'as fast as the platform takes it',
  is_one: '{{count}} message a second',
  is_other: '{{count}} messages a second',
  label: 'Messages a second at most',
  hint: 'Leave it empty to send as fast as the platform takes it. It holds from the next message on.',
  wrong: 'A whole number from 1 to 10,000, or nothing.',
  button: 'Set the speed',
  set: 'The speed is set.',
};
