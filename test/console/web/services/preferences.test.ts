import { expect, test } from '@jest/globals';
import { createKept } from '../../../../console/web/services/kept.js';
import { createPreferences } from '../../../../console/web/services/preferences.js';

function browser(kept: Record<string, string>, systemLanguages: readonly string[] = ['zh-CN']) {
  const applied: string[] = [];
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
  const apply = (language: string, theme: string) => void applied.push(`${language} ${theme}`);
  return {
    applied,
    preferences: createPreferences({ kept: createKept(() => storage), systemLanguages, apply }),
  };
}

test.each([
  [['zh-TW', 'en'], 'zh'],
  [['en-GB'], 'en'],
  [['fr', 'en-US', 'zh'], 'en'],
  [['fr'], 'zh'],
  [[], 'zh'],
])('a browser that ranks %j begins in %s', (ranked, language) => {
  expect(browser({}, ranked).preferences.language.value).toBe(language);
});

test('what somebody chose is applied at once and found again at the next visit', () => {
  const kept = {};
  const first = browser(kept);
  first.preferences.setLanguage('en');
  first.preferences.setTheme('dark');
  first.preferences.setLetterKeys(false);
  expect(first.applied).toEqual(['zh system', 'en system', 'en dark']);
  const next = browser(kept);
  expect(next.applied).toEqual(['en dark']);
  expect(next.preferences.letterKeys.value).toBe(false);
});

test('what is kept and no choice of ours counts for nothing', () => {
  const { preferences } = browser({ language: 'tlh', theme: 'pink' }, ['en']);
  expect([preferences.language.value, preferences.theme.value, preferences.letterKeys.value]).toEqual([
    'en',
    'system',
    true,
  ]);
});

test('a browser that forbids its storage remembers nothing and breaks nothing', () => {
  const kept = createKept(() => {
    throw new Error('denied');
  });
  kept.write('language', 'en');
  expect(kept.read('language')).toBeNull();
});
