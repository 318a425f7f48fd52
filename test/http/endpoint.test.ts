/** What a request brings, read into a class: the traps of class-transformer and class-validator are shut here. */
import { describe, expect, test } from '@jest/globals';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsString, ValidateNested } from 'class-validator';
import { parse } from '../../http/endpoint.js';

class Inner {
  @IsString() readonly word!: string;
}
class Outer {
  @IsString() readonly text!: string;
  @IsInt() readonly times: number = 3;
  @IsArray()
  @ArrayMaxSize(3)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => Inner)
  readonly list: Inner[] = [];
}

/** The fields that were refused; null: none was named. */
const refused = async (text: string): Promise<unknown> => {
  const error = (await parse(Outer, JSON.parse(text)).catch((reason: unknown) => reason)) as {
    readonly code?: string;
    readonly details?: { readonly fields: object };
  };
  expect(error.code).toBe('request.invalid');
  return error.details?.fields ?? null;
};

describe('an input', () => {
  test('becomes its class, with what the class gives by itself', async () => {
    const value = await parse(Outer, { text: 't', list: [{ word: 'w' }] });
    expect(value).toEqual(Object.assign(new Outer(), { text: 't', times: 3, list: [{ word: 'w' }] }));
    expect([value instanceof Outer, value.list[0] instanceof Inner]).toEqual([true, true]);
  });

  test('is refused by its fields, by path and rule and without a value', async () => {
    expect(await refused('{"text":1,"times":"2","list":[{"word":2},{"word":"w","more":1}]}')).toEqual({
      text: ['isString'],
      times: ['isInt'],
      'list.0.word': ['isString'],
      'list.1.more': ['whitelistValidation'],
    });
  });

  test.each(['null', '[]', '5', '"text"', '[{"text":"t"}]'])('that is %s is none', async (text) => {
    expect(await refused(text)).toBeNull();
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'])(
    'with a field %s is refused, on top and inside',
    async (name) => {
      expect(await refused(`{"text":"t","${name}":{"x":1}}`)).toBeNull();
      expect(await refused(`{"text":"t","list":[{"word":"w","${name}":1}]}`)).toBeNull();
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    },
  );

  test('that nests too deep is refused, however it is built', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const)
      for (const depth of [40, 10_000, 100_000])
        expect(await refused(`{"text":${open.repeat(depth)}1${close.repeat(depth)}}`)).toBeNull();
  });

  test('with ten thousand fields too many is told of a few', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `"f${String(i)}":1`).join(',');
    expect(Object.keys(Object(await refused(`{"text":"t",${many}}`)) as object)).toHaveLength(50);
  });

  test.each([
    ['null', 'null'],
    ['an object', '{"length":1,"0":{"word":"w"}}'],
    ['null in it', '[null]'],
    ['lists in it', '[[{"word":"w"}]]'],
    ['texts in it', '["w"]'],
    ['more than it may have', '[{"word":"a"},{"word":"a"},{"word":"a"},{"word":"a"}]'],
  ])('with a list that is %s, or has them, is refused', async (_what, list) => {
    expect(await refused(`{"text":"t","list":${list}}`)).not.toBeNull();
  });

  test('is converted by nobody', async () => {
    expect(await refused('{"text":"t","times":"5"}')).toEqual({ times: ['isInt'] });
    expect(await refused('{"text":["t"]}')).toEqual({ text: ['isString'] });
    expect(await refused('{"text":"t","times":1e999}')).toEqual({ times: ['isInt'] });
  });
});
