import { describe, expect, test } from '@jest/globals';
import type { SendStore } from '../../../domain/sending/ports.js';
import type { Send } from '../../../domain/sending/send.js';
import { sendsAt, someSend } from '../sends.js';

const send = (id: string, changes: Partial<Send> = {}): Send => someSend({ id, ...changes });

/** What every SendStore promises. `make` gives an empty one. */
export function describeSendsContract(name: string, make: () => Promise<SendStore>): void {
  const holding = async (...all: readonly Send[]): Promise<SendStore> => {
    const sends = await make();
    for (const one of all) await sends.insert(one);
    return sends;
  };
  const ids = (all: readonly Send[]): readonly string[] => all.map(({ id }) => id);

  describe(`${name}: sends`, () => {
    test('one comes back as it was put, and an id is taken once', async () => {
      const whole = send('a', {
        ...{ way: 'mass', tag: 2, article: 'article', template: 'form', jobId: '34182', reason: '45009' },
        ...{ state: 'limited', resumeAt: sendsAt + 5, fence: 3, beat: 9, leaseUntil: sendsAt },
        progress: {
          ...{ total: 5, sent: 1, skipped: { no_consent: 2, '45015': 1 }, doubt: 1 },
          ...{ startedAt: 1, finishedAt: 2, cursor: 'x' },
        },
        counted: { sent: 1, skipped: { no_consent: 1 }, doubt: 0 },
        ...{ limits: { concurrency: 8, perSecond: 100 } },
        mass: { attempt: 2, draftId: 'draft', prepared: true, calledAt: 7 },
      });
      const sends = await holding(whole, send('b'));
      expect([await sends.byId('a'), await sends.byId('b'), await sends.byId('c')]).toEqual([
        whole,
        send('b'),
        null,
      ]);
      expect(await sends.insert(send('a'))).toBe(false);
      expect(await sends.byId('a')).toEqual(whole);
      expect(await sends.byJob('34182')).toEqual(whole);
      expect(await sends.byJob('34183')).toBeNull();
    });

    test('those of an occurrence come by way', async () => {
      const sends = await holding(
        send('1', { occurrence: 'o', way: 'mini' }),
        send('2', { occurrence: 'o', way: 'account' }),
        send('3', { occurrence: 'p' }),
      );
      expect(ids(await sends.of('o'))).toEqual(['2', '1']);
    });

    test('open are those in a state and those that somebody holds', async () => {
      const sends = await holding(
        send('d', { state: 'sending' }),
        send('b', { state: 'waiting' }),
        send('a', { state: 'cancelled', leaseUntil: 5 }),
        send('c', { state: 'cancelled' }),
      );
      expect(ids(await sends.open(['waiting', 'sending'], 9))).toEqual(['a', 'b', 'd']);
      expect(ids(await sends.open(['waiting', 'sending'], 2))).toEqual(['a', 'b']);
    });

    test('kept are those over since a moment, that nobody holds, until they are dropped', async () => {
      const sends = await holding(
        send('b', { state: 'done' }),
        send('a', { state: 'done' }),
        send('c', { state: 'done', stateAt: sendsAt + 10 }),
        send('d', { state: 'done', leaseUntil: 5 }),
        send('e', { state: 'refused' }),
      );
      expect(ids(await sends.kept(['done', 'missed'], sendsAt + 10, 9))).toEqual(['a', 'b']);
      await sends.dropped('a');
      expect(ids(await sends.kept(['done', 'missed'], sendsAt + 10, 9))).toEqual(['b']);
    });

    test('a change is taken if what must be true is, and answers what came of it', async () => {
      const sends = await holding(send('a', { state: 'sending', fence: 2, beat: 5 }));
      const progress = { ...send('a').progress, sent: 3, skipped: { '40003': 1 }, cursor: 'r' };
      const changed = await sends.change(
        'a',
        { states: ['sending'], fence: 2, beat: 5 },
        { beat: 6, progress },
      );
      expect(changed).toEqual(send('a', { state: 'sending', fence: 2, beat: 6, progress }));
      expect(await sends.byId('a')).toEqual(changed);
    });

    test.each([
      ['state', { states: ['waiting', 'paused'] }],
      ['fence', { fence: 1 }],
      ['beat', { beat: 4 }],
    ] as const)('another %s refuses a change', async (_what, when) => {
      const sends = await holding(send('a', { state: 'sending', fence: 2, beat: 5 }));
      expect(await sends.change('a', when, { fence: 9 })).toBeNull();
      expect((await sends.byId('a'))?.fence).toBe(2);
    });

    test('of many who take it at once one does', async () => {
      const sends = await holding(send('a'));
      const takes = Array.from({ length: 8 }, () => sends.change('a', { fence: 0, beat: 0 }, { fence: 1 }));
      expect((await Promise.all(takes)).filter((one) => one !== null)).toHaveLength(1);
      expect(await sends.change('nobody', {}, { fence: 1 })).toBeNull();
    });
  });
}
