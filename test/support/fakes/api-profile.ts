/** The questions that the pretended API asks. */
const none = { choices: [], ends: [], when: null, role: null };

export const apiQuestions = [
  {
    ...none,
    id: 'category',
    kind: 'choice',
    optional: false,
    choices: ['spying', 'other', 'opinion'],
    ends: ['opinion'],
    role: 'category',
  },
  { ...none, id: 'story', kind: 'story', optional: false },
  { ...none, id: 'when', kind: 'moment', optional: true },
  { ...none, id: 'where', kind: 'place', optional: true, when: { not: { q: 'category', in: ['other'] } } },
  { ...none, id: 'who', kind: 'person', optional: true },
  { ...none, id: 'reach', kind: 'contact', optional: true },
  { ...none, id: 'agree', kind: 'consent', optional: false },
];

export const apiTexts = { 'q.story.ask': 'What happened?', 'c.category.spying': 'Spying' };
