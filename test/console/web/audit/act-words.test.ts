import { describe, expect, test } from '@jest/globals';
import { actWords, allActs } from '../../../../console/web/audit/act-words.js';
import { createTranslations } from '../../../../console/web/i18n/translations.js';
import { staffActs } from '../../../../domain/staff/acts.js';

const translations = await createTranslations('en');

describe('an act of the log', () => {
  test('has words where staff are concerned, each of its own, in both languages', () => {
    for (const language of ['en', 'zh']) {
      const t = translations.getFixedT(language);
      const words = staffActs.map((act) => actWords(t, act));
      expect(words).not.toContain(null);
      expect(new Set(words).size).toBe(staffActs.length);
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
      expect.arrayContaining([...staffActs, 'audit.read', 'article.approve', 'phone.link']),
    );
    expect(allActs.every((act) => actWords(translations.getFixedT('en'), act) !== null)).toBe(true);
  });
});
