import { expect, test } from '@jest/globals';
import { ApiError, OfflineError } from '../../../../console/web/api/api-error.js';
import { isTooLong } from '../../../../console/web/saving/is-too-long.js';

const refusal = (status: number, code: string, details: Readonly<Record<string, unknown>> = {}): ApiError =>
  new ApiError(status, code, details, null, null);
const invalid = (fields: unknown): ApiError => refusal(422, 'request.invalid', { fields });

test.each([
  ['a body beyond what the server takes', invalid({ 'content.texts.zh.body': ['maxLength'] }), true],
  ['a request beyond what it reads', refusal(413, 'request.too_large'), true],
  ['another field that is too long', invalid({ 'content.author': ['maxLength'] }), false],
  ['a body that is no text', invalid({ 'content.texts.zh.body': ['isString'] }), false],
  ['a request that is invalid as a whole', refusal(422, 'request.invalid'), false],
  ['a picture that is too large', refusal(413, 'picture.too_large'), false],
  ['no connection', new OfflineError(), false],
])('a text was refused for its length: %s', (_, error, is) => {
  expect(isTooLong(error)).toBe(is);
});
