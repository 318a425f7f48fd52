import { describe, expect, test } from '@jest/globals';
import { noticeChecks } from '../../../domain/notices/occurrence.js';
import type { SendState } from '../../../domain/sending/send.js';
import { someArticle } from '../../support/articles.js';
import { massToAll, someOccurrence } from '../../support/notices.js';
import { ada, ben, setUp } from './set-up.js';

const checks = [...noticeChecks];
const hour = 3_600_000;

const inReview = (changes = {}) =>
  someOccurrence({ state: 'in_review', submittedBy: 'ada', editedBy: 'ada', ...changes });

describe('one mass send too many', () => {
  const april = (day: number) => Date.parse(`2027-04-${String(day).padStart(2, '0')}T09:00:00+08:00`);
  const send = { way: 'send', tag: null } as const;
  const planned = (day: number) =>
    someArticle({ state: 'scheduled', plan: { at: april(day), platform: send } });

  test('is refused with what it would displace', async () => {
    const articles = [planned(1), planned(20), planned(26)];
    const there = someOccurrence({ notice: 'b', nominal: '2027-04-22', state: 'scheduled', ways: massToAll });
    const one = inReview({ ways: massToAll });
    const { take } = setUp({ occurrences: [one, there], articles });
    const approving = take(ben, { id: one.id, revision: 1, step: 'approve', checks });
    await expect(approving).rejects.toMatchObject({
      code: 'notice.over_budget',
      details: {
        ...{ period: '2027-04', most: 4, sent: 0 },
        displaces: [{ kind: 'article', id: articles[2]?.id, at: april(26) }],
      },
    });
  });

  test('goes another way without a word', async () => {
    const articles = [planned(1), planned(2), planned(3), planned(4)];
    const [mass, consents] = [inReview({ ways: massToAll }), inReview()];
    const { take } = setUp({ occurrences: [mass, consents], articles });
    const approve = (id: string) => take(ben, { id, revision: 1, step: 'approve', checks });
    await expect(approve(mass.id)).rejects.toMatchObject({ code: 'notice.over_budget' });
    expect((await approve(consents.id)).state).toBe('scheduled');
  });

  test('counts what was sent by hand, what went out, and what is in doubt', async () => {
    const gone = (day: string, state: SendState) =>
      someOccurrence({
        ...{ notice: 'gone', nominal: day, state: 'done', startedAt: Date.parse(`${day}T09:00:00+08:00`) },
        ...{ ways: massToAll },
        outcome: [{ way: 'mass', state, sent: 0, skipped: 0, doubt: 0, reason: null }],
      });
    const one = inReview({ ways: massToAll });
    const { take, handSends, budgetOf } = setUp({
      occurrences: [
        one,
        gone('2027-04-02', 'done'),
        gone('2027-04-03', 'in_doubt'),
        gone('2027-04-04', 'refused'),
      ],
    });
    const byHand = { note: '', by: 'ada', at: 0 };
    await handSends.add({ ...byHand, id: 'a', on: '2027-04-30' });
    await handSends.add({ ...byHand, id: 'b', on: '2027-05-01' });
    expect(await budgetOf('2027-04-15')).toEqual({ period: '2027-04', most: 4, sent: 3, planned: [] });
    await handSends.add({ ...byHand, id: 'c', on: '2027-04-01' });
    await expect(take(ben, { id: one.id, revision: 1, step: 'approve', checks })).rejects.toMatchObject({
      details: { sent: 4, displaces: [] },
    });
  });

  test('is looked for again when something planned moves to another month', async () => {
    const articles = [planned(1), planned(2), planned(3), planned(4)];
    const march = someOccurrence({ nominal: '2027-03-15', state: 'scheduled', ways: massToAll });
    const { take } = setUp({ occurrences: [march], articles });
    const step = { id: march.id, revision: 1, step: 'reschedule' } as const;
    await expect(take(ada, { ...step, at: april(10) })).rejects.toMatchObject({ code: 'notice.over_budget' });
    expect((await take(ada, { ...step, at: april(1) - 20 * hour })).state).toBe('scheduled');
  });

  test('is the second of a day where the account may send once a day', async () => {
    const articles = [planned(15)];
    const [same, next] = [
      inReview({ ways: massToAll, at: april(15) + 5 * hour }),
      inReview({ nominal: '2027-04-16', ways: massToAll }),
    ];
    const { take, desk } = setUp({ occurrences: [same, next], articles });
    desk.account = 'subscription';
    const approve = (id: string) => take(ben, { id, revision: 1, step: 'approve', checks });
    await expect(approve(same.id)).rejects.toMatchObject({ details: { period: '2027-04-15', most: 1 } });
    expect((await approve(next.id)).state).toBe('scheduled');
  });

  test('is found also when two are approved at the same moment, and neither is half approved', async () => {
    const articles = [planned(1), planned(2), planned(3)];
    const [one, other] = [
      inReview({ ways: massToAll }),
      inReview({ notice: 'b', nominal: '2027-04-22', ways: massToAll }),
    ];
    const line = setUp({ occurrences: [one, other], articles });
    const approve = (id: string, revision: number) =>
      line.take(ben, { id, revision, step: 'approve', checks });
    // both look at the budget before either writes
    const [first, second] = await Promise.allSettled([approve(one.id, 1), approve(other.id, 1)]);
    const refused = [first, second].filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'notice.over_budget' });
    const there = await Promise.all([line.one(one.id), line.one(other.id)]);
    for (const { state, approvedBy, checks: ticked } of there)
      expect([state, approvedBy, ticked.length]).toEqual(
        state === 'scheduled' ? ['scheduled', 'ben', checks.length] : ['in_review', null, 0],
      );
    expect((await line.budgetOf('2027-04-15')).planned.length).toBeLessThanOrEqual(4);
    // one after the other there is room for one
    if (refused.length < 2) return;
    expect((await approve(one.id, there[0].revision)).state).toBe('scheduled');
    await expect(approve(other.id, there[1].revision)).rejects.toMatchObject({ code: 'notice.over_budget' });
  });

  test('counts in the month in which it went, in the line’s zone', async () => {
    // planned at five to midnight of March, gone ten minutes later
    const at = Date.parse('2027-03-31T23:55:00+08:00');
    const late = someOccurrence({ state: 'going', ways: massToAll, at, startedAt: at + 10 * 60_000 });
    const { budgetOf } = setUp({ occurrences: [late] });
    expect((await budgetOf('2027-03-01')).planned).toEqual([]);
    expect((await budgetOf('2027-04-01')).planned).toEqual([
      { kind: 'notice', id: late.id, at: at + 10 * 60_000 },
    ]);
  });
});
