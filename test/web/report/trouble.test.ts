import { describe, expect, test } from '@jest/globals';
import { ApiError, NoConnection } from '../../../miniprogram-api/client/errors.js';
import { en } from '../../../web/report/texts/en.js';
import { zh } from '../../../web/report/texts/zh.js';
import { isNoConnection, troubleWords } from '../../../web/report/trouble.js';

const said = (error: unknown): string => troubleWords(error, en.trouble, '110');
const refused = (code: string, details = {}): ApiError => new ApiError(code, 400, details);

describe('what went wrong', () => {
  test('names the telephone that the refusal names, else the line’s own', () => {
    expect(said(refused('limit.reports', { telephone: '12339' }))).toContain('call 12339');
    expect(said(refused('limit.tries'))).toContain('call 110');
    expect(said(refused('limit.requests', { telephone: 7 }))).toContain('call 110');
  });

  test('without a connection is told apart from a refusal', () => {
    expect(isNoConnection(new NoConnection())).toBe(true);
    expect(isNoConnection(refused('limit.reports'))).toBe(false);
    expect(said(new NoConnection())).toBe(en.trouble.offline);
  });

  test.each([
    ['report.not_taken_here', 'nobodyReads'],
    ['keyring.untrusted', 'nobodyReads'],
    ['report.too_large', 'tooLarge'],
    ['request.too_large', 'tooLarge'],
    ['report.closed', 'closed'],
    ['report.full', 'full'],
    ['report.token_required', 'expired'],
    ['internal.unexpected', 'other'],
  ] as const)('%s is said in words of its own', (code, name) => {
    expect(said(refused(code))).toBe(en.trouble[name]);
    expect(troubleWords(refused(code), zh.trouble, '')).toBe(zh.trouble[name]);
  });

  test('that nobody foresaw says so, and none of its own words', () => {
    expect(said(new Error('the text of a report'))).toBe(en.trouble.other);
  });
});
