/** The texts of jobs, letters and the hold: complete against the server, and in both languages. */
import { describe, expect, test } from '@jest/globals';
import { failureKind } from '../../../../console/web/jobs/job-failures.js';
import { en, zh } from '../../../../console/web/jobs/job-words.js';
import * as enHold from '../../../../console/web/texts/en/hold.js';
import * as zhHold from '../../../../console/web/texts/zh/hold.js';
import { roles } from '../../../../console/web/texts/en/common.js';
import { roles as zhRoles } from '../../../../console/web/texts/zh/common.js';
import { whoMay } from '../../../../domain/access.js';
import { alertKinds } from '../../../../domain/alerts/alert.js';
import { holdReasons } from '../../../../domain/line-marks/line-mark.js';
import { descriptions } from '../../../../jobs/descriptions.js';

interface Tree {
  readonly [key: string]: string | Tree;
}
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
const texts = {
  en: new Map([...flat(en), ...flat({ ...enHold }, 'hold.')]),
  zh: new Map([...flat(zh), ...flat({ ...zhHold }, 'hold.')]),
};
const holes = (text = ''): string[] => (text.match(/{{\w+}}/g) ?? []).toSorted();

describe('the texts', () => {
  test('have the same keys and are filled with the same values in both languages', () => {
    const wanted = [...texts.en.keys()].filter((key) => !key.endsWith('_one')).toSorted();
    expect([...texts.zh.keys()].toSorted()).toEqual(wanted);
    for (const [key, text] of texts.zh) expect([key, holes(text)]).toEqual([key, holes(texts.en.get(key))]);
  });

  test('are never empty, never shout, and have full-width punctuation in Chinese', () => {
    const all = [...texts.en, ...texts.zh];
    expect(all.filter(([, text]) => text.trim() === '' || /[!！]/.test(text))).toEqual([]);
    const narrow = /[\p{Script=Han}][,;:?()](?:\s|[\p{Script=Han}]|$)/u;
    expect([...texts.zh].filter(([, text]) => narrow.test(text))).toEqual([]);
  });
});

describe('there are words', () => {
  test('for every job of the line, and for no other', () => {
    expect(Object.keys(en.jobs).toSorted()).toEqual(Object.keys(descriptions).toSorted());
  });

  test('for every kind of letter to staff, and for no other', () => {
    expect(Object.keys(en.alerts).toSorted()).toEqual([...alertKinds].toSorted());
  });

  test('for every reason to hold the line', () => {
    for (const why of holdReasons) {
      expect(Object.hasOwn(enHold.band, why) && Object.hasOwn(enHold.window, why)).toBe(true);
    }
  });

  test('that name who may release the line', () => {
    for (const role of whoMay('line.release')) {
      expect(enHold.band.others.toLowerCase()).toContain(roles[role].name.toLowerCase());
      expect(zhHold.band.others).toContain(zhRoles[role].name);
    }
  });

  test.each([
    ['partly', 'partly'],
    ['storage.unavailable', 'database'],
    ['MongoNetworkError', 'database'],
    ['WechatError', 'platform'],
    ['NoAnswerError', 'platform'],
    ['TransportError', 'network'],
    ['ECONNREFUSED', 'network'],
    ['ENOSPC', 'disk'],
    ['EACCES', 'files'],
    ['ENOMEM', 'memory'],
    ['LeaseLostError', 'lost'],
    ['TypeError', 'other'],
    ['internal.unexpected', 'other'],
  ] as const)('for a run that failed by %s: %s', (code, kind) => {
    expect(failureKind(code)).toBe(kind);
  });
});
