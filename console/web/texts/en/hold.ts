/** A line that holds back whatever was planned, because its database is a copy or came from a backup. */
export const band = {
  title: 'On hold: nothing that was planned goes out',
  restored: 'Since {{at}}, because the database came from a backup.',
  copied:
    'Since {{at}}, because this may be a copy of the server: the database met a data folder that it does not know.',
  still:
    'Articles, day notices and sends stand still, so that nothing goes out twice. Reports are taken as always.',
  others: 'A supervisor or an administrator can release it.',
  release: 'Check and release',
  read: 'What this means',
};

export const window = {
  title: 'Release what is planned?',
  titleRead: 'Why nothing goes out',
  restored:
    'The database is as old as its backup. What has gone out since then is not written down in it, and would go out once more.',
  copied:
    'The database was started beside a data folder that it does not know, as it happens with a copy of the server. If the other server still runs, both would send the same.',
  after:
    'Once released, what is overdue goes out within minutes, to real people; a day notice only while its time window is open. What has been sent cannot be called back.',
  type: 'Type “{{word}}” when all of this is checked',
  word: 'release',
  mismatch: 'Type the word {{word}}, without anything else.',
  button: 'Release what is planned',
};

export const still = {
  title: 'What stands still',
  articles: 'Articles: nothing is published, and what the platform answers is not followed.',
  notices: 'Day notices: none goes out, whatever its time.',
  sends: 'Sends under way: they stand where they were, and will go on from there.',
  letters: 'Letters to single people: they wait.',
  goesOn:
    'Reports are taken and conversations go on. On the desk everything can be written, reviewed and planned.',
};

export const checks = {
  title: 'What to check first',
  restoredOld: 'The old server is off and stays off. Two that run would both send.',
  restoredSent:
    'What has gone out since the day of the backup: the platform’s back office lists it (发表记录). Take it off the schedule here, or call it off.',
  restoredDeleted:
    'What was deleted or withdrawn since the backup is there again. Delete or withdraw it once more.',
  copiedWhich:
    'Which server is the line, and which is the copy? Never release a copy that is there for trying things out.',
  copiedOther: 'Only one of them may run. Switch the other one off.',
  copiedSent:
    'What the other one sent since it was copied: the platform’s back office lists it (发表记录). Take it off the schedule here, or call it off.',
  copiedMeant:
    'If the data folder is a new one on purpose, as with a second machine of this line, nothing else needs checking.',
};

export const released = 'Released. What is planned goes out again.';
export const gone = 'Somebody else has just released what was on hold.';
