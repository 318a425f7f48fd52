import { expect, test } from '@jest/globals';
import { createKeys } from '../../../../console/web/services/keys.js';

function bound(on = true) {
  const pressed: string[] = [];
  const keys = createKeys(() => on);
  const binding = (key: string, name: string) => ({
    key,
    label: () => name,
    run: () => void pressed.push(name),
  });
  keys.bind('everywhere', [binding('?', 'help'), binding('j', 'everywhere')]);
  const release = keys.bind('here', [binding('j', 'here')]);
  return { keys, pressed, release };
}
const plain = { modified: false, elsewhere: false };

test('a key does what the page has bound it to, before what is bound everywhere', () => {
  const { keys, pressed, release } = bound();
  expect(keys.press({ key: 'j', ...plain })).toBe(true);
  release();
  expect(keys.press({ key: 'j', ...plain })).toBe(true);
  expect(keys.press({ key: 'x', ...plain })).toBe(false);
  expect(pressed).toEqual(['here', 'everywhere']);
  expect(keys.here.value).toEqual([]);
});

test('a key is none with Control, where somebody writes, or when letters are turned off', () => {
  const { keys, pressed } = bound();
  expect(keys.press({ key: 'j', modified: true, elsewhere: false })).toBe(false);
  expect(keys.press({ key: 'j', modified: false, elsewhere: true })).toBe(false);
  expect(bound(false).keys.press({ key: 'j', ...plain })).toBe(false);
  expect(pressed).toEqual([]);
});
