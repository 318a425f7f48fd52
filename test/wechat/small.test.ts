import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reactionTo } from '../../wechat/errors.js';
import { numberOf, objectOf, objectsOf, parseJson, parseObject, stringOf } from '../../wechat/json.js';
import { asThing, fieldTakes } from '../../wechat/template-fields.js';
import { cutText, splitText } from '../../wechat/text.js';

describe('JSON', () => {
  test('it reads what JSON.stringify writes, but for long integers', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d{16}/.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ['{"a":9007199254740993}', { a: '9007199254740993' }],
    ['[-9007199254740993, 1234567890123456]', ['-9007199254740993', '1234567890123456']],
    ['{"a":"9007199254740993 \\" 9007199254740993"}', { a: '9007199254740993 " 9007199254740993' }],
    ['{"a":0.1234567890123456789}', { a: 0.12345678901234568 }],
    ['{"a":1.5e300,"b":123456789012345}', { a: 1.5e300, b: 123456789012345 }],
    ['{"a":"line\nbreak\u0001"}', { a: 'line\nbreak\u0001' }],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test('what is no JSON, or no object, is said without its words', () => {
    expect(() => parseJson('{"secret')).toThrow(new SyntaxError('not JSON'));
    expect(['{"x', '[1]', 'null', '1', ''].map(parseObject)).toEqual([null, null, null, null, null]);
  });

  test('fields are read whatever type they came in', () => {
    const object = { id: 12, text: '7', none: null, list: [{ a: 1 }, 2], one: { a: 1 } };
    expect([stringOf(object, 'id'), stringOf(object, 'none'), stringOf(object, 'gone')]).toEqual([
      '12',
      '',
      '',
    ]);
    expect([numberOf(object, 'text', 0), numberOf(object, 'list', 5), numberOf(object, 'gone', 6)]).toEqual([
      7, 5, 6,
    ]);
    expect([objectOf(object, 'one'), objectOf(object, 'list'), objectOf(object, 'gone')]).toEqual([
      { a: 1 },
      {},
      {},
    ]);
    expect([objectsOf(object, 'list'), objectsOf(object, 'one'), objectsOf(object, 'gone')]).toEqual([
      [{ a: 1 }],
      [{ a: 1 }],
      [],
    ]);
  });
});

describe('texts', () => {
  test('pieces are whole characters within their bytes, and nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 4, max: 60 }),
        (text, bytes) => {
          const pieces = splitText(text, bytes);
          expect(pieces.join('')).toBe(text);
          for (const piece of pieces) {
            expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(bytes);
            expect(piece).not.toMatch(/\p{Cs}/u);
          }
        },
      ),
    );
  });

  test('3,000 bytes of Chinese become two messages, cut at a line end', () => {
    const line = `${'字'.repeat(99)}\n`;
    const pieces = splitText(line.repeat(10));
    expect(pieces.map((piece) => piece.length)).toEqual([600, 400]);
    expect(cutText('字'.repeat(1000))).toBe('字'.repeat(682));
  });
});

describe('the table of reactions', () => {
  test.each([
    ['token', [40001, 40014, 42001]],
    ['retry', [-1]],
    ['wait', [45009, 45011, 45066]],
    [
      'human',
      [
        40002, 40013, 40036, 40037, 40125, 40164, 40243, 45064, 48001, 48003, 48004, 48006, 50004, 85079,
        88000, 89503, 89506, 89507, 53503,
      ],
    ],
    [
      'stop',
      [
        40003, 40007, 40008, 40016, 40029, 40163, 40226, 41001, 41030, 43004, 43019, 43101, 43104, 44004,
        45002, 45008, 45015, 45028, 45047, 45065, 46003, 47001, 47003, 48002, 49003, 53600, 61010, 87014,
        123456,
      ],
    ],
  ])('%s', (reaction, codes) => {
    expect(codes.filter((code) => reactionTo(code) !== reaction)).toEqual([]);
  });
});

describe('fields of subscription messages', () => {
  test.each([
    ['thing1', '健康打卡提醒', true],
    ['thing1', '字'.repeat(21), false],
    ['thing1', '🙂'.repeat(11), false],
    ['thing1', 'a\nb', false],
    ['thing1', ' ', false],
    ['number2', '339208499.5', true],
    ['number2', '12a', false],
    ['letter1', 'abc', true],
    ['letter1', 'a1', false],
    ['symbol1', '**', true],
    ['symbol1', '*字', false],
    ['character_string3', '2022120853531009', true],
    ['character_string3', '编号1', false],
    ['time7', '15:01', true],
    ['time7', '2019年10月1日 15:01', true],
    ['time7', '2019年10月1日 15:01~16:00', true],
    ['time7', '24:00', false],
    ['time7', '2019年10月1日', false],
    ['date1', '2018-01-01', true],
    ['date1', '2019年10月1日 15:01', true],
    ['date1', '2018-01.01', false],
    ['date1', '明天', false],
    ['amount1', '￥100', true],
    ['amount1', '29.90元', true],
    ['amount1', '一百', false],
    ['phone_number1', '+86-0766-66888866', true],
    ['phone_number1', '+86-0766-668888661', false],
    ['car_number1', '粤A8Z888挂', true],
    ['name1', '张三', true],
    ['name1', '字'.repeat(11), false],
    ['name1', 'x'.repeat(20), true],
    ['phrase1', '配送中', true],
    ['phrase1', '配送ok', false],
    ['enum1', 'whatever comes', true],
    ['enum1', '', false],
  ])('%s takes %j: %s', (field, value, takes) => {
    expect(fieldTakes(field, value)).toBe(takes);
  });

  test('any text becomes a thing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fieldTakes('thing1', asThing(text))).toBe(true);
      }),
    );
    expect(asThing(' a\n b ')).toBe('a b');
    expect(asThing('\u0000')).toBe('-');
    expect(asThing('字'.repeat(21))).toBe(`${'字'.repeat(19)}…`);
  });
});
