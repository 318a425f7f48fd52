import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { articleStyle, articleStyleFiles } from '../../../../miniprogram-api/pages/articles/style.js';

const css = articleStyleFiles.map((file) =>
  readFileSync(new URL(`../../../../web/${file}`, import.meta.url), 'utf8'),
);

test('the stylesheet is made of files that are there, and names no other address', () => {
  for (const file of css) expect(file).toContain('{');
  expect(css.join('')).not.toMatch(/@import|url\(/);
});

test('its address changes with what is in it', () => {
  const paths = [css.join(''), css.slice(1).join(''), css.join('')].map((each) => articleStyle(each).path);
  expect(paths[0]).toMatch(/^\/a\/style\.[0-9a-f]{16}\.css$/);
  expect([paths[0] === paths[2], paths[0] === paths[1]]).toEqual([true, false]);
});
