import { describe, expect, test } from '@jest/globals';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { differingWords, drawPassphrase, tidyPassphrase } from '../../../../console/web/crypto/passphrase.js';
import { seeded } from '../../../support/line.js';

describe('a passphrase', () => {
  test('has six words of the list, drawn from twelve bytes', () => {
    const asked: number[] = [];
    const random = (bytes: number): Uint8Array => {
      asked.push(bytes);
      return Uint8Array.of(0, 0, 0, 1, 7, 255, 8, 0, 255, 255, 0, 2);
    };
    expect(drawPassphrase(random, wordlist)).toBe('abandon ability zoo abandon zoo able');
    expect(asked).toEqual([12]);
  });

  test('reaches every word of the list', () => {
    const random = seeded(7);
    const seen = new Set<string>();
    for (let n = 0; n < 8000; n += 1)
      for (const word of drawPassphrase(random, wordlist).split(' ')) seen.add(word);
    expect(seen.size).toBe(2048);
  });

  test('is drawn from a whole list only', () => {
    expect(() => drawPassphrase(seeded(1), wordlist.slice(1))).toThrow(RangeError);
  });

  test('is the same however a phone spaces and capitalises it', () => {
    expect(tidyPassphrase('  Abandon\tABILITY　able ')).toBe('abandon ability able');
    expect(tidyPassphrase('abandon ability able')).toBe('abandon ability able');
  });
});

describe('a passphrase that was typed back', () => {
  const drawn = 'spy ocean stumble yellow parrot gift';

  test.each([
    ['spy ocean stumble yellow parrot gift', []],
    [' SPY  ocean stumble Yellow parrot gift', []],
    ['spy ocean stumble yelow parrot gift', [4]],
    ['spy ocean stumble yellow parrot', [6]],
    ['spy ocean stumble yellow parrot gift gift', [7]],
    ['', [1, 2, 3, 4, 5, 6]],
  ])('%j differs in the words %j', (typed, wrong) => {
    expect(differingWords(typed, drawn)).toEqual(wrong);
  });
});
