import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { featuresOf } from '../../../../../bot/dialogue/understand/intents/features.js';
import { because, learn, scoresOf } from '../../../../../bot/dialogue/understand/intents/model.js';

const fruit = ['a red apple', 'apples and pears', 'I like pears', '苹果和梨', '我喜欢苹果'];
const tools = ['a heavy hammer', 'hammer and nails', 'I need nails', '锤子和钉子', '我要钉子'];

const named = (text: string): string => {
  const model = learn({ fruit, tools });
  const { shares } = scoresOf(model, text);
  return model.classes[shares.indexOf(Math.max(...shares))] ?? '';
};

describe('a model learnt from examples', () => {
  test.each([
    ['two apples', 'fruit'],
    ['where are the nails', 'tools'],
    ['梨', 'fruit'],
    ['一把錘子', 'tools'],
    ['hamer', 'tools'],
  ])('reads “%s” as %s', (text, of) => {
    expect(named(text)).toBe(of);
  });

  test('is the same however often it is learnt', () => {
    expect(learn({ fruit, tools }).weights).toEqual(learn({ fruit, tools }).weights);
  });

  test('gives shares that make one, whatever the text', () => {
    const model = learn({ fruit, tools });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { shares, seen } = scoresOf(model, text);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
        expect(seen).toBeGreaterThanOrEqual(0);
        expect(seen).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('names what a reading came from', () => {
    expect(because(learn({ fruit, tools }), 'the apple', 'fruit')).toContain('apple');
    expect(because(learn({ fruit, tools }), 'the apple', 'tools')).not.toContain('apple');
  });

  test('needs an example of each class', () => {
    expect(() => learn({ fruit, tools: [] })).toThrow('no examples of tools');
  });
});

describe('features', () => {
  test('are the same for traditional and full-width characters', () => {
    expect(featuresOf('我想檢舉！')).toEqual(featuresOf('我想检举'));
    expect(featuresOf('ＨＥＬＬＯ')).toEqual(featuresOf('hello'));
  });
  test('of a very long text are few', () => {
    expect(featuresOf('字'.repeat(100_000)).length).toBeLessThan(2_000);
    expect(featuresOf('word '.repeat(100_000)).length).toBeLessThan(2_000);
  });
});
