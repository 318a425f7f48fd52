import { expect, test } from '@jest/globals';
import { readablePair } from '../../../../../console/web/editor/merge/readable.js';
import { comparison } from '../../../../../console/web/editor/versions/comparison.js';
import { someContent, someText } from '../content.js';

test('two versions are compared field by field and paragraph by paragraph', () => {
  const left = someContent({ texts: { zh: someText({ body: '## 甲\n\n乙\n\n丙' }), en: null } });
  const right = someContent({
    author: '王',
    texts: { zh: someText({ title: '新标题', body: '## 甲\n\n乙二\n\n丁\n\n丙' }), en: null },
  });
  expect(comparison(left, right, (content, field) => JSON.stringify(content[field]))).toEqual([
    { lang: null, field: 'author', left: '"编辑部"', right: '"王"' },
    { lang: 'zh', field: 'title', left: '标题', right: '新标题' },
    { lang: 'zh', field: 'body', left: '乙', right: '乙二' },
    { lang: 'zh', field: 'body', left: '', right: '丁' },
  ]);
  expect(comparison(left, left, (content, field) => JSON.stringify(content[field]))).toEqual([]);
});

test('paragraphs are shown as they are read, and with their signs where they differ in nothing else', () => {
  expect(readablePair('## 甲', '## 乙')).toEqual(['甲', '乙']);
  expect(readablePair('- a\n- b', '3. a\n4. c')).toEqual(['• a\n• b', '3. a\n4. c']);
  expect(readablePair('| a | b |\n| --- | --- |\n| 1 | 2 |', 'x')).toEqual(['a | b\n1 | 2', 'x']);
  expect(readablePair('a **b**', 'a b')).toEqual(['a **b**', 'a b']);
});
