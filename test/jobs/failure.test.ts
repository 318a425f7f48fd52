import { expect, test } from '@jest/globals';
import { DomainError } from '../../domain/errors.js';
import { failureOf } from '../../jobs/failure.js';

class OddError extends Error {}

test.each([
  [new DomainError('storage.unavailable'), 'storage.unavailable'],
  [Object.assign(new Error('connect 10.0.0.7'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [Object.assign(new Error('x'), { code: 'somebody said' }), 'Error'],
  [Object.assign(new Error('x'), { code: 11000, name: 'somebody' }), 'Error'],
  [new OddError('somebody'), 'OddError'],
  ['somebody said', 'error'],
  [undefined, 'error'],
])('a failure is called by its code or class and by none of its words: %s', (thrown, name) => {
  expect(failureOf(thrown)).toBe(name);
});
