/** A month has no more mass sends than it holds, whoever approves: two processes with connections of their own. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createAffordable, type Affordable } from '../../domain/notices/affordable.js';
import { noticeChecks } from '../../domain/notices/occurrence.js';
import { createReadBudget } from '../../domain/notices/read-budget.js';
import { createTakeOccurrenceStep } from '../../domain/notices/take-occurrence-step.js';
import { createArticleStore } from '../../models/article.store.js';
import { connect } from '../../models/connect.js';
import { createHandSendStore } from '../../models/notice-desk.store.js';
import { createOccurrenceStore } from '../../models/occurrence.store.js';
import { prepare } from '../../models/prepare.js';
import { someArticle } from '../support/articles.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { handClock } from '../support/fakes/clock.js';
import { massToAll, someOccurrence } from '../support/notices.js';

let database: TestDatabase;
let second: Connection;

beforeAll(async () => {
  database = await testDatabase();
  second = await connect(database.uri);
});
afterAll(async () => {
  await second.close();
  await database.close();
});

const clock = handClock('2027-03-01T09:00:00+08:00');
const zone = 'Asia/Shanghai';
const checks = [...noticeChecks];

/** Who calls waits until all have called, once; later calls go straight on. */
function meeting(of: number): () => Promise<void> {
  let missing = of;
  let open: () => void = () => undefined;
  const met = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing === 0) open();
    return met;
  };
}

/** A process on a connection; `looked` is waited for after each look at the budget. */
function processOn(connection: Connection, looked: () => Promise<void> = async () => undefined) {
  const occurrences = createOccurrenceStore(connection);
  const articles = createArticleStore(connection);
  const handSends = createHandSendStore(connection);
  const budgetOf = createReadBudget({
    ...{ occurrences, articles, handSends, zone },
    accountKind: async () => 'service',
  });
  const room = createAffordable({ budgetOf, clock });
  const affordable: Affordable = async (candidate) => {
    await room(candidate);
    await looked();
  };
  const take = createTakeOccurrenceStep({
    ...{ occurrences, clock, affordable, problemsOf: async () => [], otherEditor: async () => true },
    record: async (act) => ({ ...act, seq: 1, at: clock.now(), before: '', hash: '' }),
  });
  const approve = (who: string, id: string, revision: number) =>
    take({ id: who, roles: ['editor'] }, { id, revision, step: 'approve', checks });
  return { occurrences, articles, budgetOf, approve };
}

const inReview = (notice: string, nominal: string) =>
  someOccurrence({
    ...{ notice, nominal, state: 'in_review', editedBy: 'ada', submittedBy: 'ada', ways: massToAll },
  });

beforeEach(async () => {
  processOn(database.connection);
  await prepare(database.connection);
  await database.empty();
});

test('two mass sends that are approved at the same moment are never both planned for the last place', async () => {
  for (const day of ['01', '02', '26']) {
    const plan = {
      at: Date.parse(`2027-04-${day}T09:00:00+08:00`),
      platform: { way: 'send', tag: null },
    } as const;
    await processOn(second).articles.insert(someArticle({ state: 'scheduled', plan }));
  }
  // each finds the last place free before either takes it
  const looked = meeting(2);
  const [one, other] = [processOn(database.connection, looked), processOn(second, looked)];
  const [early, late] = [inReview('a', '2027-04-08'), inReview('b', '2027-04-15')];
  for (const occurrence of [early, late]) await one.occurrences.insert(occurrence);
  const approvals = await Promise.allSettled([
    one.approve('ben', early.id, 1),
    other.approve('vera', late.id, 1),
  ]);
  const refused = approvals.flatMap((approval) => (approval.status === 'rejected' ? [approval] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'notice.over_budget' });

  // what was refused is as it was, and what was not is planned
  const there = await Promise.all([early, late].map(({ id }) => other.occurrences.byId(id)));
  const asked = approvals.map(({ status }) =>
    status === 'fulfilled' ? ['scheduled', checks] : ['in_review', []],
  );
  expect(there.map((found) => [found?.state, found?.checks])).toEqual(asked);
  const { planned, most } = await one.budgetOf('2027-04-15');
  expect([planned.length, most]).toEqual([5 - refused.length, 4]);

  // one after the other, the last place is given once
  const again = there.filter((found) => found?.state === 'in_review');
  const outcomes: string[] = [];
  for (const found of again)
    outcomes.push(
      await other.approve('ben', found?.id ?? '', found?.revision ?? 0).then(
        ({ state }) => state,
        (error: unknown) => (error as { code: string }).code,
      ),
    );
  const scheduled = approvals.length - refused.length;
  expect(outcomes.filter((outcome) => outcome === 'scheduled')).toHaveLength(1 - scheduled);
  expect((await one.budgetOf('2027-04-15')).planned).toHaveLength(4);
});

test('two who approve the same notice at once: one does', async () => {
  const looked = meeting(2);
  const [one, other] = [processOn(database.connection, looked), processOn(second, looked)];
  const occurrence = inReview('a', '2027-04-15');
  await one.occurrences.insert(occurrence);
  const approvals = await Promise.allSettled([
    one.approve('ben', occurrence.id, 1),
    other.approve('vera', occurrence.id, 1),
  ]);
  expect(approvals.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const reasons = approvals.map((approval): unknown =>
    approval.status === 'rejected' ? approval.reason : null,
  );
  expect(reasons).toContainEqual(expect.objectContaining({ code: 'notice.stale' }));
  expect((await one.budgetOf('2027-04-15')).planned).toHaveLength(1);
});
