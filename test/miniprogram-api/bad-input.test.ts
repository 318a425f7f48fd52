/** Whatever is sent: no 5xx, no silence, one form of error, and nothing of it in the log. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiLine, type ApiLine } from '../runtime/api/api-line.js';
import { tokensOn } from '../runtime/api/tokens.js';
import { problemsUnderBadInput } from '../support/bad-input/bad-input.js';

let line: ApiLine;
beforeAll(async () => {
  // each request is from a network of its own: limits are looked at elsewhere
  line = await apiLine({ TRUST_PROXY: '1' });
}, 60_000);
afterAll(() => line.close());

test('every operation refuses what it cannot take, and nothing breaks', async () => {
  const tokens = tokensOn(line);
  const problems = await problemsUnderBadInput({
    ...{ url: line.url, operations: line.operations },
    tokenFor: ({ actor }) => tokens.of(actor),
  });
  expect(problems.slice(0, 40)).toEqual([]);
  expect(line.failures).toEqual([]);
  const { status } = await line.ask('GET', '/line');
  expect(status).toBe(200);
}, 240_000);
