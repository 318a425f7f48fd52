export const calendar = {
  view: 'View',
  month: 'Month',
  week: 'Week',
  previous: { month: 'Previous month', week: 'Previous week' },
  next: { month: 'Next month', week: 'Next week' },
  today: 'Today',
  isToday: 'today',
  grid: 'Articles by day',
  off: 'Off',
  offLong: 'day off',
  worked: 'Work',
  workedLong: 'make-up working day',
  drafts: 'Without a time',
  draftsText: 'An article gets its time when it is approved.',
  draftsNone: 'Every article has its time.',
  emptyTitle: { month: 'Nothing goes out this month', week: 'Nothing goes out this week' },
  help: 'Drag a scheduled article to another day, or select it and press m. Its time of day stays.',
  helpPhone: 'Press a scheduled article to move it to another time.',
};

export const move = {
  key: 'Move the selected article',
  undoKey: 'Undo the last move',
  todayKey: 'Go to today',
  title: 'Move to another time',
  day: 'Day',
  time: 'Time of day',
  zone: 'The time is that of {{zone}}.',
  button: 'Move the article',
  open: 'Open the article',
  stays: 'It cannot be moved',
  on: { off: 'This is a day off.', worked: 'This is a make-up working day.' },
  done: 'Moved to {{at}}: {{title}}',
  undo: 'Undo',
  undone: 'Back at {{at}}: {{title}}',
  notMoved: 'Not moved: {{why}}',
  none: 'Select a scheduled article first, then press m.',
};

/** Why an article stays where it is. */
export const fixed = {
  right: 'Your roles do not include changing when an article goes out.',
  unapproved: 'It has no time before it is approved.',
  holding: 'It goes out within ten minutes. Open it to stop it.',
  going: 'It is on its way already.',
  gone: 'It has been published; this is when that was.',
  refused: 'The platform refused it. It gets a new time after another review.',
  withdrawn: 'It was withdrawn.',
};

export const moveProblems = {
  day: 'Choose a day',
  time: 'Choose a time of day, such as 09:30',
  gap: 'Clocks go forward then, and leave this time out. Choose another one.',
  past: 'This time has passed. Choose a later one.',
  near: 'Choose a time at least ten minutes from now, so that it can still be stopped.',
  same: 'It is planned for this time already. Choose another one.',
};
