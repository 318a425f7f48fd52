import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actWords, allActs } from '../../../../console/web/audit/act-words.js';
import { createTranslations } from '../../../../console/web/i18n/translations.js';
import { acts as allowed, roles } from '../../../../domain/access.js';
import { articleStates } from '../../../../domain/articles/lifecycle.js';
import { stepsFor } from '../../../../domain/articles/take-step.js';
import { errorKinds } from '../../../../domain/errors.js';
import { occurrenceStates } from '../../../../domain/notices/lifecycle.js';
import { occurrenceStepsFor } from '../../../../domain/notices/take-occurrence-step.js';
import { phoneActs } from '../../../../domain/phones/phone.js';
import { personSteps } from '../../../../domain/sending/lifecycle.js';
import { staffActs } from '../../../../domain/staff/acts.js';
import { someArticle, someLive } from '../../../support/articles.js';
import { someOccurrence } from '../../../support/notices.js';

const translations = await createTranslations('en');

/** Acts that are made of a subject and a step. */
const everybody = { id: 'somebody', roles };
const stepActs: readonly string[] = [
  ...articleStates.flatMap((state) =>
    stepsFor(everybody, { ...someArticle({ state }), live: someLive() }).map((step) => `article.${step}`),
  ),
  ...occurrenceStates.flatMap((state) =>
    occurrenceStepsFor(everybody, someOccurrence({ state })).map((step) => `occurrence.${step}`),
  ),
  ...[...personSteps, 'limit'].map((step) => `send.${step}`),
];

/** Acts that stand as they are somewhere in the domain's sources. */
function writtenActs(): readonly string[] {
  const files = readdirSync('domain', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join('domain', file), 'utf8');
    const others = new Set<string>([...Object.keys(errorKinds), ...allowed]);
    const named = [...text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, name = '']) => name);
    const recorded = [...text.matchAll(/record\(\{[^}]*act: '([^']+)'/g)].map(([, name = '']) => name);
    return [...named.filter((name) => !others.has(name)), ...recorded];
  });
}

/** The first halves of acts that end with a role. */
const halves = staffActs.filter((act) => act.endsWith('_editor')).map((act) => act.replace(/_editor$/, ''));
const serverActs = new Set(
  [...stepActs, ...writtenActs(), ...staffActs, ...phoneActs].filter((act) => !halves.includes(act)),
);

describe('an act of the log', () => {
  test('has words, each of its own, in both languages, and nothing else has', () => {
    expect([...allActs].toSorted()).toEqual([...serverActs].toSorted());
    for (const language of ['en', 'zh']) {
      const t = translations.getFixedT(language);
      const words = allActs.map((act) => actWords(t, act));
      expect(words).not.toContain(null);
      expect(new Set(words).size).toBe(allActs.length);
    }
  });

  test('names the role that was given or taken', () => {
    expect(actWords(translations.getFixedT('en'), 'staff.grant_editor')).toBe('gave the role Editor');
    expect(actWords(translations.getFixedT('zh'), 'staff.withdraw_auditor')).toBe('取消角色：审计员');
  });

  test.each(['staff.grant', 'staff.grant_king', 'backup.made', 'session', ''])(
    'that is unknown stands as it is: %j',
    (act) => {
      expect(actWords(translations.getFixedT('en'), act)).toBeNull();
    },
  );

  test('can be filtered for if it has words', () => {
    expect(allActs).toEqual(
      expect.arrayContaining([...staffActs, 'audit.read', 'article.approve', 'line.release']),
    );
    expect(allActs.every((act) => actWords(translations.getFixedT('en'), act) !== null)).toBe(true);
  });
});
