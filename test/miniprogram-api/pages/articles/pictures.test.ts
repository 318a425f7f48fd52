import { beforeEach, describe, expect, test } from '@jest/globals';
import { appWithArticles } from '../../articles.js';

const id = '0123456789abcdef'.repeat(2);

let http: ReturnType<typeof appWithArticles>['http'];
beforeEach(async () => {
  const served = appWithArticles();
  http = served.http;
  const size = { width: 4, height: 3 };
  await served.pictures.add({
    id,
    uploadedBy: 'ed',
    day: '2027-04-15',
    renditions: [
      { name: 'web', type: 'image/webp', ...size, bytes: new Uint8Array([1, 2, 3]) },
      // a part of a larger piece of memory
      { name: 'cover', type: 'image/jpeg', ...size, bytes: new Uint8Array([9, 4, 5, 9]).subarray(1, 3) },
    ],
  });
});

describe('a picture', () => {
  test.each([
    ['web', 'image/webp', [1, 2, 3]],
    ['cover', 'image/jpeg', [4, 5]],
  ])('as %s is sent byte for byte', async (name, type, bytes) => {
    const { status, headers, body } = await http.get(`/a/pictures/${id}/${name}`);
    expect([status, headers['content-type'], [...(body as Buffer)]]).toEqual([200, type, bytes]);
  });

  test('may be kept for ever, can do nothing, and may be shown elsewhere', async () => {
    const { headers } = await http.get(`/a/pictures/${id}/web`);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  test.each([
    `${id}/small`,
    `${id}/original`,
    id,
    `${id}/web/`,
    `${id.toUpperCase()}/web`,
    `${id}0/web`,
    `${'0'.repeat(32)}/web`,
    `..%2f${id}/web`,
    '',
  ])('%s is not there, and that is not kept', async (path) => {
    const { status, headers, body } = await http.get(`/a/pictures/${path}`);
    expect([status, body]).toMatchObject([404, { code: 'picture.unknown' }]);
    expect(headers['cache-control']).toBe('no-store');
  });
});
