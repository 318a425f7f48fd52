/** One sentence for each code of the server that a page may meet: what happened and what to do. */
export const errors = {
  session: {
    required: 'You are not signed in.',
    refused: 'Name, passphrase and code do not fit together.',
  },
  access: { denied: 'Your roles do not allow this. An administrator can change them.' },
  invitation: { gone: 'This invitation has been used, withdrawn, or is too old.' },
  staff: {
    name_taken: 'Somebody here already has this name. Choose another one.',
    unknown: 'There is no such account. The list may be out of date: load it again.',
    last_administrator: 'This is the last administrator. Make somebody else administrator first.',
    code_wrong: 'The six digits are not right. Wait for the next ones.',
  },
  limit: {
    sign_in: 'Too many tries. Wait a little.',
    tests: 'You have sent as many tests today as one may. Go on tomorrow.',
    reports: 'As many reports have been sent from this account today as one may send.',
    tries: 'Too many receipts were tried. Wait an hour.',
  },
  article: {
    unknown: 'There is no such article.',
    slug_taken: 'Another article already has this address.',
    stale: 'Somebody else has saved this article meanwhile.',
    step_refused: 'This is not possible in the article’s present state. Load it again.',
    not_ready: 'Something is still missing before this can be done.',
    own_review: 'Nobody approves an article that they wrote themselves.',
  },
  picture: {
    not_one: 'This file is no picture that can be used. Take a JPEG, PNG, WebP or GIF.',
    too_large: 'This picture is too large. At most 20 MB and 40 megapixels.',
    unknown: 'This picture is not there any more.',
  },
  holidays: { stale: 'Somebody else has entered this year meanwhile.' },
  notice: {
    unknown: 'There is no such day notice.',
    stale: 'Somebody else has saved this day notice meanwhile, or it has moved on by itself. Load it again.',
    step_refused: 'This is not possible in the day notice’s present state. Load it again.',
    not_ready: 'Something is still missing before this can be done.',
    own_review: 'Nobody approves a day notice that they wrote themselves.',
    over_budget: 'This month has no room for another mass send. Move one of them, or leave it out.',
  },
  send: {
    unknown: 'There is no such send. Load the page again.',
    step_refused: 'The send has gone on meanwhile, and this is not possible any more. Load it again.',
  },
  job: { unknown: 'This line has no such job.' },
  outbox: { unknown: 'This letter is not there any more: it was delivered or deleted meanwhile.' },
  phone: {
    not_linked: 'You have no phone linked. Link one first.',
    refused: 'The platform did not take it. Try again in a while.',
  },
  report: {
    id_taken: 'This report is stored already.',
    case_taken: 'Another report has this case number already.',
    receipt_taken: 'Another report has this receipt already.',
    receipt_wrong: 'No report opens with this receipt.',
    receipt_malformed: 'This is no receipt: it has twenty digits.',
    closed: 'This report is closed and takes nothing more.',
    full: 'This report holds as much as one report may.',
    too_large: 'This is longer than one report may hold.',
    not_taken_here: 'Reports are not taken here at the moment.',
    sealed_to_others: 'This report is not sealed to you.',
  },
  keyring: { untrusted: 'The line’s keys do not prove to be its own. Tell whoever runs this line.' },
  evidence: {
    unreadable: 'This file cannot be read.',
    too_large: 'This file is too large.',
  },
  storage: {
    unavailable: 'The store cannot be reached at the moment. Try again in a minute.',
    unreadable: 'Something in the store cannot be read. Tell whoever runs this line.',
  },
  request: {
    invalid: 'The server did not understand what was sent. Check what you entered.',
    not_found: 'This is not there any more.',
    too_large: 'This is too large to be sent.',
    method: 'The server does not know this request. Load the page again.',
  },
  internal: { unexpected: 'Something went wrong at the server; it was not your fault.' },
  here: {
    offline:
      'The server did not answer. When the connection is back, see whether it was done, then try again.',
    derive: 'This browser could not make the proof; it needs 64 MB of free memory.',
    unknown: 'Something unforeseen went wrong in this page.',
  },
};
