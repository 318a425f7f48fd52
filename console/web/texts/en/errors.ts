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
  limit: { sign_in: 'Too many tries. Wait a little.' },
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
    too_large: 'This picture is too large. At most 20 MB.',
    unknown: 'This picture is not there any more.',
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
