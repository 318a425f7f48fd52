/**
 * The cross product of what is asked and what people say beside it: for every kind of question, phrases that are also
 * a greeting, a wish to wait, fear, thanks, a repair word's neighbour or a common question, and which reading wins.
 */
import { describe, expect, test } from '@jest/globals';
import { askedOf } from '../../../../bot/dialogue/asked/asked.js';
import { understand } from '../../../../bot/dialogue/understand/understand.js';
import type { State } from '../../../../bot/dialogue/types.js';
import { createDialogueModel } from '../../../../bot/flows/dialogue-model.js';
import { createTexts } from '../../../../bot/flows/texts.js';
import type { Kind } from '../../../../questions/types.js';
import { profileNamed } from '../../../support/line.js';

const profile = profileNamed('national-security');
const model = createDialogueModel(profile, createTexts(profile));
const graph = profile.graphs[0];
const env = {
  today: '2026-11-22',
  draw: () => new Uint8Array(),
  gate: 'open',
  follow: null,
  opening: null,
  reading: null,
} as const;

/** A report that stands at a question of this kind. */
function standingAt(id: string): State {
  return {
    at: id,
    lang: 'zh',
    graph: graph?.version ?? '',
    begun: '2026-11-22',
    begunAt: 1,
    reportId: '00',
    answers: {},
    parts: [],
    files: [],
    notes: [],
    tries: 0,
    lastAt: 1,
    askedAt: 1,
    told: 0,
    page: 0,
    turns: [],
  };
}

function meant(id: string, words: string): string {
  const { meaning } = understand(model, askedOf(model, standingAt(id), env), words, undefined);
  if (meaning.is === 'small') return meaning.small;
  if (meaning.is === 'command') return meaning.command;
  return meaning.is === 'question' ? `faq ${meaning.faq ?? 'none'}` : meaning.is;
}

/** One question of each kind, by its id in this profile. */
const kinds: Readonly<Record<Kind, string>> = {
  choice: 'conflict',
  story: 'what',
  moment: 'when',
  place: 'where',
  person: 'who',
  contact: 'reach',
  files: 'evidence',
  consent: 'honest',
};

/** What each phrase means at a question of each kind; kinds that are left out read it as `else` says. */
const phrases: readonly (readonly [words: string, wins: Partial<Record<Kind, string>> & { else: string }])[] =
  [
    ['早上好', { else: 'greeting' }],
    [
      '今天早上',
      { moment: 'value', story: 'part', place: 'value', person: 'value', contact: 'value', else: 'unclear' },
    ],
    [
      '今晚',
      { moment: 'value', place: 'value', person: 'value', contact: 'value', story: 'part', else: 'unclear' },
    ],
    [
      '刚才',
      { moment: 'value', story: 'part', place: 'value', person: 'value', contact: 'value', else: 'unclear' },
    ],
    ['等一下', { else: 'wait' }],
    ['我害怕', { else: 'fear' }],
    ['看不懂', { else: 'confused' }],
    ['谢谢', { story: 'part', else: 'thanks' }],
    ['this morning', { moment: 'value', story: 'part', else: 'greeting' }],
    [
      'tonight',
      { moment: 'value', person: 'nothing', contact: 'nothing', files: 'files-done', else: 'wait' },
    ],
    [
      'just now',
      { moment: 'value', place: 'value', person: 'value', contact: 'value', story: 'part', else: 'unclear' },
    ],
    [
      'last night',
      { moment: 'value', place: 'value', person: 'value', contact: 'value', story: 'part', else: 'unclear' },
    ],
    ['good morning', { else: 'greeting' }],
    ['one moment', { else: 'wait' }],
    ["I'm scared", { else: 'fear' }],
    ["I don't understand", { else: 'confused' }],
    [
      '没有',
      {
        choice: 'choice',
        person: 'nothing',
        contact: 'nothing',
        files: 'files-done',
        consent: 'disagreed',
        story: 'part',
        else: 'value',
      },
    ],
    [
      '不知道',
      {
        choice: 'choice',
        person: 'nothing',
        contact: 'nothing',
        files: 'files-done',
        consent: 'unclear',
        story: 'part',
        else: 'value',
      },
    ],
    ['会不会被报复？', { else: 'faq retaliation' }],
    ['will they take revenge?', { else: 'faq retaliation' }],
    ['跳过', { else: 'skip' }],
    ['skip', { else: 'skip' }],
  ];

describe.each(phrases)('“%s”', (words, wins) => {
  test.each(Object.entries(kinds))('at a question for a %s', (kind, id) => {
    const expected = wins[kind as Kind] ?? wins.else;
    const found = meant(id, words);
    expect([kind, found]).toEqual([kind, expected]);
  });
});
