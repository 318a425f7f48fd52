import { expect, test } from '@jest/globals';
import { picturesIn } from '../../../../../console/web/editor/windows/pictures-in.js';

test('the pictures of a text are listed in their order, each once', () => {
  const [a, b] = ['a'.repeat(32), 'b'.repeat(32)];
  const body = `![甲](picture:${a})\n\n- ![乙](picture:${b})\n\n![丙](picture:${a} "x")\n\n![](https://example.org/x.png)`;
  expect(picturesIn(body)).toEqual([
    { id: a, alt: '甲' },
    { id: b, alt: '乙' },
  ]);
});
