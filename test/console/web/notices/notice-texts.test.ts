import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import {
  noticeChecks,
  occurrenceStates,
  sendStates,
  type OccurrenceStep,
} from '../../../../console/web/api/occurrence-types.js';
import { sendWays } from '../../../../console/web/api/notice-types.js';
import { createTranslations } from '../../../../console/web/i18n/translations.js';
import { en as enAll, zh as zhAll } from '../../../../console/web/notices/notice-words.js';
import { eventKey } from '../../../../console/web/notices/occurrence/timeline-items.js';
import { problemWords } from '../../../../console/web/notices/occurrence/problem-words.js';
import { reasonWords, skipWords } from '../../../../console/web/notices/sends/reason-words.js';
import { sendShapes } from '../../../../console/web/notices/sends/send-shapes.js';
import { occurrenceShapes } from '../../../../console/web/notices/state-shapes.js';
import * as enDesk from '../../../../console/web/texts/en/desk.js';
import * as enHolidays from '../../../../console/web/texts/en/holidays.js';
import * as enDefinitions from '../../../../console/web/texts/en/notices-definitions.js';
import * as enOne from '../../../../console/web/texts/en/notices-one.js';
import * as enSends from '../../../../console/web/texts/en/notices-sends.js';
import * as enWork from '../../../../console/web/texts/en/notices-work.js';
import * as enNotices from '../../../../console/web/texts/en/notices.js';
import * as zhDesk from '../../../../console/web/texts/zh/desk.js';
import * as zhHolidays from '../../../../console/web/texts/zh/holidays.js';
import { roles } from '../../../../domain/access.js';
import { occurrenceStates as domainStates, stepsFrom } from '../../../../domain/notices/lifecycle.js';
import { noticeChecks as domainChecks } from '../../../../domain/notices/occurrence.js';
import { occurrenceStepsFor } from '../../../../domain/notices/take-occurrence-step.js';
import { sendStates as domainSendStates, ways } from '../../../../domain/sending/send.js';
import { someOccurrence } from '../../../support/notices.js';

interface Tree {
  readonly [key: string]: string | Tree;
}
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
const holes = (text: string): string[] => (text.match(/{{\w+}}/g) ?? []).toSorted();

describe.each([
  ['day notices', enAll, zhAll],
  ['holidays', { ...enHolidays }, { ...zhHolidays }],
  ['pages that are written in', { ...enDesk }, { ...zhDesk }],
] as const)('the texts of %s', (_, inEnglish, inChinese) => {
  const english = new Map(flat(inEnglish));
  const chinese = new Map(flat(inChinese));

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
});

test('no file of texts hides a text of another', () => {
  const all = [enNotices, enOne, enWork, enSends, enDefinitions].flatMap((texts) => Object.keys(texts));
  expect(new Set(all).size).toBe(all.length);
});

describe('the page knows what the server knows', () => {
  test('of states, ways and what a reviewer confirms', () => {
    expect(occurrenceStates).toEqual(domainStates);
    expect(new Set(sendStates)).toEqual(new Set(domainSendStates));
    expect(sendWays).toEqual(ways);
    expect(noticeChecks).toEqual(domainChecks);
  });

  test('of the steps that a person may take', () => {
    const known: Readonly<Record<OccurrenceStep, true>> = {
      ...{ edit: true, submit: true, return: true, approve: true, reschedule: true },
      ...{ unschedule: true, stop: true, cancel: true, reopen: true },
    };
    const everybody = { id: 'somebody', roles };
    const steps = domainStates.flatMap((state) => occurrenceStepsFor(everybody, someOccurrence({ state })));
    expect(new Set(steps)).toEqual(new Set(Object.keys(known)));
  });

  test('of everything that a timeline notes', () => {
    const noted = [...domainStates.flatMap((state) => stepsFrom(state)), 'create', 'calendar', 'settle'];
    expect(noted.filter((what) => eventKey(what) !== what)).toEqual([]);
    expect([eventKey('moon'), eventKey('toString')]).toEqual(['other', 'other']);
  });
});

/** Words that stand in quotation marks behind these names in a folder of the server. */
function written(folder: string, pattern: RegExp): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(pattern)].map(([, word = '']) => word),
  );
}

describe('there are words', () => {
  test.each(['en', 'zh'] as const)(
    'for what a server may find, and for what it may not, in %s',
    async (lang) => {
      const translations = await createTranslations(lang);
      translations.addResourceBundle(lang, 'notices', lang === 'en' ? enAll : zhAll);
      const t = translations.getFixedT<'notices'>(lang, 'notices');
      const codes = written('domain/notices', /(?:stop|warn)\(\w+, '\w+', '(\w+)'/g);
      expect(codes.length).toBeGreaterThan(8);
      const words = (code: string): string =>
        problemWords(t, { level: 'stop', lang: null, field: 'x', code });
      expect(codes.filter((code) => words(code) === words('moon'))).toEqual([]);
      expect(problemWords(t, { level: 'stop', lang: 'zh', field: 'title', code: 'missing' })).not.toBe(
        words('missing'),
      );
      const reasons = [
        ...written('domain/sending', /reason: '(\w+)'/g),
        ...written('runtime/wechat', /is: '(?:refused|not_sent|lost|failed)', reason: '(\w+)'/g),
        ...written('runtime/notices', /refused: '(\w+)'/g),
      ].filter((reason) => reason !== 'left' && reason !== 'unknown');
      expect(new Set(reasons).size).toBeGreaterThan(5);
      const unsaid = reasons.filter(
        (reason) => reasonWords(t, reason) === t('sendReasons.other', { code: reason }),
      );
      expect(unsaid).toEqual([]);
      expect(reasonWords(t, '12345')).toContain('12345');
      expect([skipWords(t, '43101'), skipWords(t, 'other')]).not.toContain(skipWords(t, '99'));
      expect(skipWords(t, '99')).toContain('99');
    },
  );
});

describe('the shapes of states', () => {
  test.each([
    ['day notices', occurrenceShapes],
    ['sends', sendShapes],
  ])('differ for each state of %s', (_, shapes) => {
    const all = Object.values(shapes).map(({ line, fill }) => JSON.stringify([line, fill]));
    expect(new Set(all).size).toBe(all.length);
  });
});
