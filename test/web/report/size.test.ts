/** What a weak phone on a bad line has to load before the first question. */
import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { reportPage } from '../../../miniprogram-api/pages/report/report-page.js';
import { readBuiltForm } from '../../../runtime/api/report-pages.js';
import { homeOf } from '../../../runtime/home.js';
import { inspectProfile } from '../../../runtime/profile.js';

const most = 150_000;
const built = readBuiltForm('dist/web/report');

describe('the form as it was built', () => {
  test.each(['national-security', 'integrity-line'])(
    'is small enough for %s, page, script and style together',
    (name) => {
      const { profile } = inspectProfile(`profiles/${name}`);
      for (const lang of ['zh', 'en'] as const) {
        const page = reportPage({ home: homeOf(profile), built, emergency: '110' }, lang).toString();
        const parts = [Buffer.from(page), built.script.body, built.style.body];
        expect(parts.reduce((sum, part) => sum + gzipSync(part).length, 0)).toBeLessThan(most);
      }
    },
  );

  test('is what its manifest says', () => {
    for (const { body, sha384 } of [built.script, built.style])
      expect(createHash('sha384').update(body).digest('base64')).toBe(sha384);
  });

  test('turns no text into code, keeps nothing, and names no host', () => {
    const script = built.script.body.toString();
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|localStorage|sessionStorage|indexedDB|document\.cookie|https?:\/\//,
    );
  });
});
