import { describe, expect, test } from '@jest/globals';
import { articleKinds, articleStates } from '../../../../console/web/api/article-types.js';
import { eventKey, isTakenBack } from '../../../../console/web/articles/list-event-key.js';
import { stateShapes } from '../../../../console/web/articles/list-state-shapes.js';
import * as enList from '../../../../console/web/texts/en/article-list.js';
import * as enArticles from '../../../../console/web/texts/en/articles.js';
import * as enCalendar from '../../../../console/web/texts/en/calendar.js';
import * as zhList from '../../../../console/web/texts/zh/article-list.js';
import * as zhArticles from '../../../../console/web/texts/zh/articles.js';
import * as zhCalendar from '../../../../console/web/texts/zh/calendar.js';
import { articleKinds as domainKinds } from '../../../../domain/articles/article.js';
import { articleStates as domainStates, stepsFrom } from '../../../../domain/articles/lifecycle.js';

interface Tree {
  readonly [key: string]: string | Tree;
}
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
const english = new Map(flat({ ...enArticles, ...enList, ...enCalendar }));
const chinese = new Map(flat({ ...zhArticles, ...zhList, ...zhCalendar }));
const holes = (text: string): string[] => (text.match(/{{\w+}}/g) ?? []).toSorted();

describe('the texts of articles', () => {
  test('have the same keys and are filled with the same values in both languages', () => {
    const wanted = [...english.keys()].filter((key) => !key.endsWith('_one'));
    expect([...chinese.keys()].toSorted()).toEqual(wanted.toSorted());
    for (const [key, text] of chinese)
      expect([key, holes(text)]).toEqual([key, holes(english.get(key) ?? '')]);
  });

  test('are never empty, never shout, and have full-width punctuation in Chinese', () => {
    for (const [key, text] of [...english, ...chinese])
      expect([key, text.trim() === '' || /[!！]/.test(text)]).toEqual([key, false]);
    const narrow = /[\p{Script=Han}][,;:?()](?:\s|[\p{Script=Han}]|$)/u;
    expect([...chinese].filter(([, text]) => narrow.test(text))).toEqual([]);
  });

  test('name every kind and every state that the server knows', () => {
    expect(articleKinds).toEqual(domainKinds);
    expect(articleStates).toEqual(domainStates);
  });

  test('name everything that the server notes in a timeline', () => {
    const steps = domainStates.flatMap((state) => stepsFrom(state));
    const keyOf = (what: string) => eventKey([{ what, by: null }], 0);
    const noted = [...steps, 'create', 'copy', 'restore', 'platform_gone', 'platform_stays'];
    expect(noted.filter((what) => keyOf(what) !== what)).toEqual([]);
    expect([keyOf('moon'), keyOf('toString')]).toEqual(['other', 'other']);
  });
});

describe('a return', () => {
  const by = (id: string) => ({ id, name: id });
  const events = [
    { what: 'submit', by: by('lin') },
    { what: 'return', by: by('wang') },
    { what: 'submit', by: by('lin') },
    { what: 'return', by: by('lin') },
  ];

  test('by who sent it is another thing than one by who reviewed it', () => {
    expect(events.map((_, n) => isTakenBack(events, n))).toEqual([false, false, false, true]);
    expect(events.map((_, n) => eventKey(events, n))).toEqual(['submit', 'return', 'submit', 'take_back']);
  });

  test('of which nobody knows who had sent it is one of a reviewer', () => {
    expect(isTakenBack([{ what: 'return', by: by('lin') }], 0)).toBe(false);
  });
});

describe('the shapes of states', () => {
  test('differ for each state', () => {
    const shapes = articleStates.map((state) =>
      JSON.stringify([stateShapes[state].line, stateShapes[state].fill]),
    );
    expect(new Set(shapes).size).toBe(articleStates.length);
  });
});
