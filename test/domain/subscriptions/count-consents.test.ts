import { describe, expect, test } from '@jest/globals';
import { rememberedAnswers } from '../../../domain/subscriptions/consent.js';
import { nextSecret, sealUnder, secret, setUp } from './set-up.js';

const ann = { way: 'account', openid: 'oAnn' } as const;
const annThere = { way: 'mini', openid: 'oAnn' } as const;
const bob = { way: 'account', openid: 'oBob' } as const;

describe('consents', () => {
  test('each answer is one message, however often it is told', async () => {
    const { counts } = setUp();
    for (const answer of ['1', '1', '2', '1', '2', '3']) await counts.add(ann, 'form', answer);
    expect(await counts.read(ann)).toEqual([{ template: 'form', count: 3, changedOn: '2027-04-15' }]);
  });

  test('told by many at once it is counted once, and of many answers each', async () => {
    const { counts } = setUp();
    await Promise.all(['1', '1', '2', '2', '3', '4'].map((answer) => counts.add(ann, 'form', answer)));
    expect(await counts.read(ann)).toMatchObject([{ count: 4 }]);
  });

  test('are of one person, form and way', async () => {
    const { counts, stored } = setUp();
    await counts.add(ann, 'form', '1');
    await counts.add(ann, 'another', '1');
    await counts.add(annThere, 'form', '1');
    await counts.add(bob, 'form', '1');
    expect(stored.size).toBe(4);
    expect((await counts.read(ann)).map(({ template }) => template)).toEqual(['another', 'form']);
    expect(await counts.read(annThere)).toHaveLength(1);
  });

  test('a no leaves none, and so does one that nothing came before', async () => {
    const { counts, stored } = setUp();
    await counts.drop(bob, 'form', '1');
    expect(stored.size).toBe(0);
    await counts.add(ann, 'form', '1');
    await counts.add(ann, 'form', '2');
    await counts.drop(ann, 'form', '3');
    await counts.drop(ann, 'form', '3');
    expect(await counts.read(ann)).toEqual([]);
    await counts.add(ann, 'form', '4');
    expect(await counts.read(ann)).toMatchObject([{ count: 1 }]);
    // told late and again, after a yes that followed it
    await counts.drop(ann, 'form', '3');
    expect(await counts.read(ann)).toMatchObject([{ count: 1 }]);
  });

  test('remember the last few answers and no more', async () => {
    const { counts, stored } = setUp();
    for (let n = 0; n < 3 * rememberedAnswers; n += 1) await counts.add(ann, 'form', String(n));
    expect([...stored.values()].map(({ answers }) => answers.length)).toEqual([rememberedAnswers]);
  });

  test('nothing of who leaves stays, in this way alone', async () => {
    const { counts, stored } = setUp();
    await counts.add(ann, 'form', '1');
    await counts.add(ann, 'another', '1');
    await counts.add(annThere, 'form', '1');
    await counts.add(bob, 'form', '1');
    await counts.forget(ann);
    await counts.forget(ann);
    expect(await counts.read(ann)).toEqual([]);
    expect([...stored.values()].map(({ way }) => way).sort()).toEqual(['account', 'mini']);
  });

  test('no name of a person, and nothing finer than a day, is in what is kept', async () => {
    const { counts, stored } = setUp();
    await counts.add(ann, 'form', '1620973045 form');
    const kept = JSON.stringify([...stored.values()]);
    expect(kept).not.toMatch(/oAnn|1620973045/);
    expect([...stored.values()][0]?.changedOn).toBe('2027-04-15');
  });
});

describe('a secret that was changed', () => {
  const turned = { secret: nextSecret, previous: secret };

  test('finds what was counted under the one before, and moves it when it is touched', async () => {
    const { counts, countedUnder, stored } = setUp();
    await counts.add(ann, 'form', '1');
    const next = countedUnder(turned);
    expect(await next.read(ann)).toMatchObject([{ count: 1 }]);
    await next.add(ann, 'form', '2');
    const [only, ...others] = [...stored.values()];
    expect([only?.count, others]).toEqual([2, []]);
    // the one before is no longer needed
    const alone = sealUnder({ secret: nextSecret });
    expect(only?.id).toBe(alone.tags('account', 'form', 'oAnn')[0]);
    expect(alone.open(only?.id ?? '', only?.sealed ?? new Uint8Array())).toBe('oAnn');
    expect(await countedUnder({ secret: nextSecret }).read(ann)).toMatchObject([{ count: 2 }]);
  });

  test('forgets what was counted under either', async () => {
    const { counts, countedUnder, stored } = setUp();
    await counts.add(ann, 'form', '1');
    await countedUnder({ secret: nextSecret }).add(ann, 'another', '1');
    await countedUnder(turned).forget(ann);
    expect(stored.size).toBe(0);
  });

  test('counts where a message is on its way, and moves it later', async () => {
    const { counts, countedUnder, stored, recipients } = setUp();
    await counts.add(ann, 'form', '1');
    const [id = ''] = stored.keys();
    const by = { fence: 1, batch: 1, day: '2027-04-15' };
    await recipients.claim('k', [id], by);
    await countedUnder(turned).add(ann, 'form', '2');
    expect([...stored.values()].map((one) => [one.id, one.count, one.open])).toEqual([[id, 1, 1]]);
    await recipients.settle('k', 1, [{ id, is: 'sent' }]);
    await countedUnder(turned).add(ann, 'form', '3');
    const [only, ...others] = [...stored.values()];
    expect([only?.count, others.length, only?.id === id]).toEqual([2, 0, false]);
    // who got it in this send does not get it again under the other name
    expect(await recipients.claim('k', [only?.id ?? ''], { ...by, batch: 2 })).toEqual([]);
  });

  test('two that stand under both are one again', async () => {
    const { counts, countedUnder, stored } = setUp();
    await counts.add(ann, 'form', '1');
    await countedUnder({ secret: nextSecret }).add(ann, 'form', '2');
    expect(stored.size).toBe(2);
    await countedUnder(turned).add(ann, 'form', '3');
    expect([...stored.values()].map(({ count }) => count)).toEqual([3]);
  });
});

test('what is kept is told also where no message is left, until it is swept or forgotten', async () => {
  const { counts, consents } = setUp();
  await counts.add(ann, 'form', 'first');
  await counts.drop(ann, 'form', 'second');
  const none = { template: 'form', count: 0, changedOn: '2027-04-15' };
  expect([await counts.read(ann), await counts.kept(ann)]).toEqual([[], [none]]);
  await consents.eraseSpent();
  expect(await counts.kept(ann)).toEqual([]);
  await counts.add(ann, 'form', 'third');
  await counts.forget(ann);
  expect(await counts.kept(ann)).toEqual([]);
});
