import { describe, expect, test } from '@jest/globals';
import { added, createLedger } from '../../../domain/sending/ledger.js';
import { emptyTally } from '../../../domain/sending/send.js';

const start = () => createLedger({ cursor: null, counted: emptyTally });
const sent = { is: 'sent' } as const;

describe('a ledger', () => {
  test('passes a batch when everybody of it is through, in the order in which batches began', () => {
    const ledger = start();
    const first = ledger.begin('b', 2, []);
    const second = ledger.begin('d', 1, [{ is: 'doubt' }]);
    second.settle(sent);
    expect([ledger.cursor(), ledger.counted(), ledger.tally()]).toEqual([
      null,
      emptyTally,
      { sent: 1, skipped: {}, doubt: 1 },
    ]);
    first.settle({ is: 'skipped', reason: 'no_consent' });
    expect(ledger.cursor()).toBeNull();
    first.settle(sent);
    expect(ledger.cursor()).toBe('d');
    expect(ledger.counted()).toEqual({ sent: 2, skipped: { no_consent: 1 }, doubt: 1 });
    expect(ledger.tally()).toEqual(ledger.counted());
  });

  test('stays before a batch of which somebody may go again, and still counts the others', () => {
    const ledger = start();
    const first = ledger.begin('b', 2, []);
    const second = ledger.begin('d', 1, []);
    first.settle(sent);
    first.giveBack();
    second.settle(sent);
    expect([ledger.cursor(), ledger.counted()]).toEqual([null, emptyTally]);
    expect(ledger.tally()).toEqual({ sent: 2, skipped: {}, doubt: 0 });
  });

  test('passes at once a batch that nobody is on the way in, and goes on from where it is told', () => {
    const counted = { sent: 5, skipped: { unreachable: 1 }, doubt: 0 };
    const ledger = createLedger({ cursor: 'a', counted });
    ledger.begin('c', 0, [sent, { is: 'skipped', reason: 'unreachable' }]);
    expect(ledger.cursor()).toBe('c');
    expect(ledger.counted()).toEqual({ sent: 6, skipped: { unreachable: 2 }, doubt: 0 });
    expect(counted).toEqual({ sent: 5, skipped: { unreachable: 1 }, doubt: 0 });
  });

  test('adds tallies by reason', () => {
    const one = { sent: 1, skipped: { a: 1, b: 2 }, doubt: 3 };
    expect(added(one, { sent: 2, skipped: { b: 1, c: 1 }, doubt: 0 })).toEqual({
      ...{ sent: 3, skipped: { a: 1, b: 3, c: 1 }, doubt: 3 },
    });
  });
});
