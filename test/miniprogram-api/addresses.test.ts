import { describe, expect, test } from '@jest/globals';
import { articlePath, listPath, withLang, withWholeAddresses } from '../../miniprogram-api/addresses.js';

describe('addresses', () => {
  test('carry what they name as it can stand in an address', () => {
    expect(articlePath('a b/c?', 'en')).toBe('/a/a%20b%2Fc%3F?lang=en');
    expect(listPath({ lang: 'zh', kind: 'law', q: 'a&b=港', cursor: null })).toBe(
      '/a/?lang=zh&kind=law&q=a%26b%3D%E6%B8%AF',
    );
  });

  test('of ours in a body become whole, those of others and words stay', () => {
    const html =
      '<p>src="/x" <a href="/a/b">b</a><a href="//other.example">c</a><a href="https://d.example/a">d</a><img src="/a/pictures/1/web" alt="/"></p>';
    expect(withWholeAddresses(html, 'https://line.example')).toBe(
      '<p>src="/x" <a href="https://line.example/a/b">b</a><a href="//other.example">c</a><a href="https://d.example/a">d</a><img src="https://line.example/a/pictures/1/web" alt="/"></p>',
    );
  });

  test('of articles in a body keep the reader’s language; others stay', () => {
    const html =
      '<a href="/a/b">b</a> <a href="/a/b?lang=zh">b</a> <a href="/a/">list</a> <a href="/a/feed.xml">f</a>';
    expect(withLang(html, 'en')).toBe(html.replace('"/a/b"', '"/a/b?lang=en"'));
  });
});
