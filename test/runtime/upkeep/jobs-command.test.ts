/** `npm run jobs`, alone and beside a running line. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startLine, type RunningLine } from '../../support/running-line.js';
import { command, folders } from './lines.js';

const place = folders();
const data = place.at('data');
const jobs = (...args: readonly string[]) => command(data, 'jobs', ...args);

afterAll(() => {
  place.remove();
});

test.each([
  [['foo'], /npm run jobs -- list/],
  [['run', 'foo'], /There are: turn-day-key, burn-drafts,/],
  [['run', 'burn-drafts', '--now', '2999-01-01'], /--dry-run/],
] as const)('jobs %j is answered in one sentence', (args, remedy) => {
  const { out, code } = jobs(...args);
  expect(out).toMatch(remedy);
  expect([out.trim().split('\n').length, code]).toEqual([1, 1]);
  expect(out).not.toMatch(/^\{|\bat \/|node:/);
});

test('alone: a job runs, and the list says so, and that nobody else runs any', () => {
  expect(jobs('run', 'settle-files')).toEqual({
    code: 0,
    out: expect.stringMatching(/^settle-files: found 0, done 0, failed 0; \d+ ms\.\n$/),
  });
  expect(jobs('run', 'sweep-sessions', '--dry-run', '--now', '2027-04-15T08:00')).toEqual({
    ...{ code: 0, out: 'sweep-sessions: 0 due at 2027-04-15 08:00. Nothing was done.\n' },
  });
  const { out, code } = jobs('list');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^settle-files {2}each day\n {2}Rewrites .*\n {2}last .* went well · found 0, done 0, failed 0 · next /m,
  );
  expect(out).toMatch(/^burn-drafts {2}each minute\n.*\n {2}has not run yet · next /m);
}, 60_000);

describe('beside a running line', () => {
  let line: RunningLine;
  beforeAll(async () => {
    line = await startLine(data, { ROLES: 'api,bot,jobs' });
  }, 60_000);
  afterAll(async () => {
    await line.stop();
  });

  test('it lists what the line ran, in either language, and runs a job', () => {
    expect(jobs('list').out).not.toMatch(/has not run yet|No job has run/);
    expect(jobs('list', '--lang', 'zh').out).toMatch(/^burn-drafts {2}每分钟\n.*\n {2}上次 .*成功 · 下次 /m);
    expect(jobs('run', 'advance-articles').code).toBe(0);
    expect(jobs('release').out).toBe('Nothing is on hold.\n');
    expect(line.output()).not.toMatch(/failed/);
  }, 60_000);
});
