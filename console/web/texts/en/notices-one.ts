/** One day notice: its words, ways, article and time. */
export const one = {
  page: 'Day notice',
  back: 'Twelve months',
  unknownTitle: 'There is no such day notice',
  unknownText: 'Its rule may have changed, or it was a wrong address.',
  through: 'Draft {{at}} of {{count}}',
  throughLabel: 'Going through the drafts',
  previous: 'The one before',
  next: 'The next one',
  finished: 'There is none after it.',
  left_one: '{{count}} draft is left',
  left_other: '{{count}} drafts are left',
  more: 'More',
};

export const menu = {
  test: 'Send me a test',
  definition: 'Open what recurs',
  move: 'Move to another time',
  cancel: 'Call it off',
  unschedule: 'Take it off the schedule',
};

export const when = {
  title: 'When',
  at: 'It goes out',
  window: 'If it is held up, it may still go out until {{at}}; after that it is not sent.',
  is: 'The day itself: {{day}}',
  lead_one: 'This one goes out {{count}} day ahead of it.',
  lead_other: 'This one goes out {{count}} days ahead of it.',
  shifted: 'The rule names {{nominal}}. Nobody works then, so the day is {{on}}.',
  moved: 'Its time was set by hand. Holidays that are entered later do not change it.',
  unconfirmed: 'The holidays of {{year}} have not been entered, so this day may still move.',
  enter: 'Enter them',
  off: 'It goes out on a day off.',
  worked: 'It goes out on a make-up working day.',
  own: 'Somebody named this day by hand; no rule moves it.',
  move: 'Move to another time',
};

export const words = {
  title: 'Words',
  zh: 'Chinese',
  en: 'English',
  from: {
    rule: 'The words are those of the day’s definition.',
    copy: 'The words are last year’s, with this year’s numbers.',
    hand: 'The words are those of the day’s definition; the day was named by hand.',
  },
  subject: 'Title',
  subjectHint: 'Phones show no more than 20 characters of it.',
  body: 'Text',
  bodyHint:
    'The mass send carries the text where no article is linked; subscription messages show the title, the day, and at most 20 characters of the text.',
  characters: '{{count}} of {{max}} characters',
  bytes: '{{count}} of {{max}} bytes',
  reads: 'Reads: {{text}}',
  put: 'Put in:',
  placeholder: {
    date: 'date',
    monthDay: 'day and month',
    weekday: 'weekday',
    year: 'year',
    month: 'month',
    day: 'day of the month',
    nth: 'which time, “11th”',
    ordinal: 'which time, “11”',
    ordinalWord: 'which time, “eleventh”',
  },
  placeholderHint: 'What stands in braces is filled in each year; the buttons show what it is this time.',
  unfilled: 'Nothing is known for {{text}}.',
};

export const problems = {
  missing: 'Write it.',
  title: { missing: 'Write a title.' },
  body: { missing: 'Write the text.' },
  name: {
    missing: 'Give it a name.',
    zh: 'Give it a name in Chinese.',
    en: 'Give it a name in English.',
  },
  too_long: 'Too long: at most {{max}} characters once it is filled.',
  too_many_bytes: 'Too long: at most {{max}} bytes once it is filled. A Chinese character takes three.',
  placeholder_unknown:
    'Something in braces has no meaning. Take one of the buttons, or write {{braces}} for a brace.',
  no_day: 'This rule names no day in the years to come.',
  no_way: 'Choose at least one way out.',
  gets_it_twice:
    'People who allowed an Official Account notice follow the account too, and would get it twice. Take one of the two.',
  spends_consents:
    'One consent is one message: sent ahead of the day, it is spent, and the day itself finds none.',
  no_account: 'This line has no Official Account, so there is no mass send.',
  article_unknown: 'The linked article is not there any more.',
  article_not_public:
    'Readers cannot see the linked article yet. Until they can, the notice leads to all articles.',
  at_rest: 'The day it belongs to is switched off.',
  calendar_unconfirmed: 'The day may still move, as the holidays of its year have not been entered.',
  malformed: 'This cannot be read.',
  other: 'Something is not right here.',
};

export const wayChoice = {
  title: 'Ways out',
  hint: 'Everybody who can be reached this way gets it. Who has reported something makes no difference.',
  mass: {
    name: 'Mass send of the Official Account',
    does: 'To everybody who follows, or to a tag. It takes one of the month’s mass sends.',
  },
  account: {
    name: 'Official Account notice',
    does: 'To people who allowed one message after reading an article. It spends that consent.',
  },
  mini: {
    name: 'Mini-program message',
    does: 'To people who allowed one message in the mini-program. It spends that consent.',
  },
  followers_one: '{{number}} follower',
  followers_other: '{{number}} followers',
  consents_one: '{{number}} consent left',
  consents_other: '{{number}} consents left',
  unknown: 'how many is not known now',
  toAll: 'To everybody who follows',
  toTag: 'To the followers with a tag',
  tag: 'Number of the tag',
  tagHint: 'As 用户管理 (Followers) in the back office names it.',
  tagMissing: 'Fill in the number of the tag.',
};

export const cost = {
  month: 'Mass sends of {{period}}: {{sent}} of {{most}} sent, {{planned}} planned.',
  day: 'On {{period}} the account may send once.',
  room: 'There is room for this one.',
  full: 'There is no room for it in {{period}}. It cannot be approved as a mass send.',
  over: 'It is one too many in {{period}}. If it goes, this one is not sent any more:',
  overMany: 'It is one too many in {{period}}. If it goes, these are not sent any more:',
  do: 'Move this one to another {{unit}}, move or call off the other, or take the mass send off here.',
  unit: { month: 'month', day: 'day' },
  article: 'Article',
  notice: 'Day notice',
  none: 'This account may not send to its followers.',
};

export const link = {
  title: 'Article it leads to',
  none: 'None: it leads to the list of all articles.',
  choose: 'Choose an article',
  change: 'Choose another one',
  remove: 'Lead to all articles',
  search: 'Search titles',
  results: 'Articles found',
  nothing: 'No article with these words',
  public: 'Readers can see it.',
  notPublic: 'Readers cannot see it yet.',
  gone: 'The article is not there any more.',
  open: 'Open the article',
};
