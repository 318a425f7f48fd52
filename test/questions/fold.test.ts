import { describe, expect, test } from '@jest/globals';
import { fold } from '../../questions/fold.js';

describe('the form in which texts are compared', () => {
  test.each([
    ['我說完了，謝謝', '我说完了,谢谢'],
    ['上週三晚上兩點', '上周三晚上两点'],
    ['電腦裏、抽屜裡', '电脑里、抽屉里'],
    ['妳甚麼時候後悔', '你什么时候后悔'],
    ['ＡＢ１２', 'AB12'],
    ['简体字不变 and English too', '简体字不变 and English too'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('every character stays in its place', () => {
    const all = Array.from({ length: 0x9fff - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    const folded = fold(all);
    expect(folded).toHaveLength(all.length);
    expect(fold(folded)).toBe(folded);
    expect(Array.from(all).filter((character, i) => folded.charAt(i) !== character).length).toBeGreaterThan(
      1_800,
    );
  });
});
