import { expect, test } from '@jest/globals';
import { jobOrder } from '../../../runtime/upkeep/job-order.js';

const order = (...args: readonly string[]) => jobOrder('Asia/Shanghai', args);

test('what can be said', () => {
  expect(order('list')).toEqual({ do: 'list', lang: 'en' });
  expect(order('list', '--lang', 'zh')).toEqual({ do: 'list', lang: 'zh' });
  expect(order('release')).toEqual({ do: 'release' });
  expect(order('run', 'burn-drafts')).toEqual({ do: 'run', name: 'burn-drafts', now: null, dry: false });
  expect(order('run', 'x', '--dry-run', '--now', '2027-04-15T08:00')).toEqual({
    ...{ do: 'run', name: 'x', now: Date.parse('2027-04-15T08:00:00+08:00'), dry: true },
  });
});

test.each([
  [[]],
  [['foo']],
  [['list', 'more']],
  [['list', '--lang', 'fr']],
  [['list', '--dry-run']],
  [['release', 'all']],
  [['release', '--lang', 'zh']],
  [['release', '--now', '2027-01-01']],
  [['run']],
  [['run', 'burn-drafts', 'sweep-sessions']],
  [['run', 'burn-drafts', '--lang', 'zh']],
  [['run', 'burn-drafts', '--force']],
  [['run', 'burn-drafts', '--now']],
])('jobs %j is not understood, and what is, is said', (args) => {
  expect(() => order(...args)).toThrow(/^jobs did not understand that\. npm run jobs -- list /);
});

test('a time that is none is answered with one that is', () => {
  expect(() => order('run', 'burn-drafts', '--now', 'tomorrow')).toThrow(/2027-04-15T08:00/);
});
