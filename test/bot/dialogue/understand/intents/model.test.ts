import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createConcepts } from '../../../../../bot/dialogue/understand/intents/concepts.js';
import { featuresOf } from '../../../../../bot/dialogue/understand/intents/features.js';
import { because, learn, scoresOf } from '../../../../../bot/dialogue/understand/intents/model.js';

const none = createConcepts({});
const fruit = ['a red apple', 'apples and pears', 'I like pears', '苹果和梨', '我喜欢苹果'];
const tools = ['a heavy hammer', 'hammer and nails', 'I need nails', '锤子和钉子', '我要钉子'];

const named = (text: string): string => {
  const model = learn({ fruit, tools }, none);
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
    expect(learn({ fruit, tools }, none).weights).toEqual(learn({ fruit, tools }, none).weights);
  });

  test('gives shares that make one, whatever the text', () => {
    const model = learn({ fruit, tools }, none);
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
    expect(because(learn({ fruit, tools }, none), 'the apple', 'fruit')).toContain('appl $');
    expect(because(learn({ fruit, tools }, none), 'the apple', 'tools')).not.toContain('appl $');
  });

  test('needs an example of each class', () => {
    expect(() => learn({ fruit, tools: [] }, none)).toThrow('no examples of tools');
  });
});

describe('concepts', () => {
  const kitchen = createConcepts({ tool: ['hammer', 'saw', '锯子'], food: ['pear', '梨', '梨子'] });

  test('are found by whole words, and by characters wherever they stand', () => {
    expect(kitchen('a saw, a hammer and a pear')).toEqual(['tool', 'food']);
    expect(kitchen('seesaw')).toEqual([]);
    expect(kitchen('我的梨子和锯子')).toEqual(['food', 'tool']);
  });

  test('lead to a word that no example has', () => {
    const words = createConcepts({ tool: ['hammer', 'screwdriver'], food: ['apple', 'quince'] });
    const model = learn({ fruit, tools }, words);
    const of = (text: string): string => {
      const { shares } = scoresOf(model, text);
      return model.classes[shares.indexOf(Math.max(...shares))] ?? '';
    };
    expect([of('quince'), of('screwdriver')]).toEqual(['fruit', 'tools']);
    expect(because(model, 'quince', 'fruit')).toContain('#food');
  });
});

describe('features', () => {
  test('are the same for traditional and full-width characters', () => {
    expect(featuresOf('我想檢舉！', none)).toEqual(featuresOf('我想检举', none));
    expect(featuresOf('ＨＥＬＬＯ', none)).toEqual(featuresOf('hello', none));
  });
  test('of a very long text are few', () => {
    expect(featuresOf('字'.repeat(100_000), none).length).toBeLessThan(2_000);
    expect(featuresOf('word '.repeat(100_000), none).length).toBeLessThan(2_000);
  });
});
