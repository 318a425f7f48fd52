import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkTemplate, fillTemplate, placeholdersIn } from '../../../domain/calendar/template.js';

describe('a template', () => {
  test('is filled wherever a placeholder stands, as often as it stands', () => {
    expect(fillTemplate('{a} and {b}, {a}', { a: '1', b: '2' })).toBe('1 and 2, 1');
  });

  test('has braces where they are written twice', () => {
    expect(fillTemplate('{{a}} {{{a}}} }}{{', { a: '1' })).toBe('{a} {1} }{');
  });

  test('keeps what has no value as it is written, inherited names among it', () => {
    expect(fillTemplate('{b} {toString} {} { a', { a: '1' })).toBe('{b} {toString} {} { a');
  });

  test('does not read its values: they bring no placeholders', () => {
    expect(fillTemplate('{a}{b}', { a: '{b', b: '}' })).toBe('{b}');
    expect(fillTemplate('{a}', { a: '{b} {{ $& }}', b: '1' })).toBe('{b} {{ $& }}');
  });

  test('names its placeholders once each, in order', () => {
    expect(placeholdersIn('{b} {a} {b} {{c}} {d')).toEqual(['b', 'a']);
  });
});

describe('the check of a template', () => {
  const known = ['year', 'ordinal'];

  test('finds nothing in one that can be filled', () => {
    expect(checkTemplate('{year}: the {ordinal}th {{day}}', known)).toEqual([]);
  });

  test('says where each unknown placeholder begins', () => {
    expect(checkTemplate('第{ordinal}个 {yaer}\n{ordnial}', known)).toEqual([
      { what: 'unknown', at: 12, text: '{yaer}' },
      { what: 'unknown', at: 19, text: '{ordnial}' },
    ]);
  });

  test.each([
    ['{year', 0, '{'],
    ['year}', 4, '}'],
    ['{ye{ordinal}', 0, '{'],
    ['{year\n}', 0, '{'],
  ])('finds the brace in %j that belongs to nothing', (template, at, text) => {
    expect(checkTemplate(template, known)[0]).toEqual({ what: 'brace', at, text });
  });

  test('finds a placeholder without a name', () => {
    expect(checkTemplate('{}', known)).toEqual([{ what: 'unknown', at: 0, text: '{}' }]);
  });

  test('passes what is made of sound pieces, and each piece is filled by itself', () => {
    const pieces = fc.constantFrom(
      ['{a}', 'A'],
      ['{ a }', 'A'],
      ['{{', '{'],
      ['}}', '}'],
      ['年', '年'],
      ['a', 'a'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const template = parts.map(([written]) => written).join('');
        expect(checkTemplate(template, ['a'])).toEqual([]);
        expect(fillTemplate(template, { a: 'A' })).toBe(parts.map(([, filled]) => filled).join(''));
        expect(checkTemplate(`${template}{`, ['a'])).toHaveLength(1);
      }),
    );
  });

  test('a text whose braces are doubled comes out as it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = text.replaceAll('{', '{{').replaceAll('}', '}}');
        expect(checkTemplate(escaped, [])).toEqual([]);
        expect(fillTemplate(escaped, {})).toBe(text);
      }),
    );
  });

  test('no value, whatever is in it, is changed by the filling', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fillTemplate('<{a}|{b}>', { a, b })).toBe(`<${a}|${b}>`);
      }),
    );
  });
});
