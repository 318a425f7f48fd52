import { describe, expect, test } from '@jest/globals';
import { createPhoneSeal } from '../../../vault/phone-seal.js';
import { createRandom } from '../../../vault/node/random.js';
import { noble } from '../../../vault/noble.js';
import { someArticle, someContent, someText } from '../../support/articles.js';
import { ann, bob, setUp } from './set-up.js';

async function linkedDesk(...given: Parameters<typeof setUp>) {
  const desk = setUp(...given);
  await desk.link(ann.id, 'oA');
  await desk.link(bob.id, 'oB');
  const { article, cases } = desk;
  return { ...desk, send: (who = ann.id) => cases.sendTest(who, article.id) };
}

describe('a test', () => {
  test('goes to the phone of whoever asks, and to no other, and is written down', async () => {
    const { send, toy, acts, article } = await linkedDesk();
    await send();
    expect(toy.shown).toEqual([['oA', article.slug, 'zh']]);
    expect(acts().at(-1)).toEqual([ann.id, 'article.test', `article:${article.id}`]);
  });

  test('is English where the article has nothing else', async () => {
    const content = someContent({ texts: { zh: null, en: someText() } });
    const { send, toy } = await linkedDesk({}, someArticle({ content }));
    await send();
    expect(toy.shown.map(([, , lang]) => lang)).toEqual(['en']);
  });

  test('that the platform did not take is told with its reason, and stands in the log', async () => {
    const { send, toy, acts } = await linkedDesk();
    toy.refusal = { is: 'refused', reason: '45003' };
    await expect(send()).rejects.toMatchObject({ code: 'phone.refused', details: { reason: '45003' } });
    expect(acts().at(-1)?.[1]).toBe('article.test');
  });

  test('that cannot be written down is not sent', async () => {
    const { phones, vault, article } = await linkedDesk();
    const record = async () => {
      throw new Error('no log');
    };
    const after = setUp({ phones, vault, record }, article);
    await expect(after.cases.sendTest(ann.id, article.id)).rejects.toThrow('no log');
    expect(after.toy.shown).toEqual([]);
  });

  test('of an article that is not there, or without a phone, is none', async () => {
    const { cases, toy, article, acts } = setUp();
    await expect(cases.sendTest(ann.id, 'none')).rejects.toMatchObject({ code: 'article.unknown' });
    await expect(cases.sendTest(ann.id, article.id)).rejects.toMatchObject({ code: 'phone.not_linked' });
    expect([toy.shown, acts()]).toEqual([[], []]);
  });

  test('does not go to a phone that was sealed under a secret that is gone', async () => {
    const desk = await linkedDesk();
    const vault = createPhoneSeal(noble, { secret: new Uint8Array(32).fill(9), random: createRandom() });
    const after = setUp({ phones: desk.phones, vault });
    await expect(after.cases.sendTest(ann.id, after.article.id)).rejects.toMatchObject({
      code: 'phone.not_linked',
    });
    expect(await after.cases.readPhone(ann.id)).toMatchObject({ linkedDay: null });
  });

  test('needs an account of the line', async () => {
    const desk = await linkedDesk();
    const after = setUp({ phones: desk.phones, vault: desk.vault, channel: null }, desk.article);
    await expect(after.cases.sendTest(ann.id, desk.article.id)).rejects.toMatchObject({
      details: { reason: 'no_account' },
    });
  });
});

describe('twenty a member and day', () => {
  const limited = { code: 'limit.tests' };

  test('and no more, neither sent nor written down; the next day and for others it goes on', async () => {
    const { send, toy, acts, clock } = await linkedDesk();
    for (let n = 0; n < 20; n += 1) await send();
    await expect(send()).rejects.toMatchObject(limited);
    expect([toy.shown.length, acts().length]).toEqual([20, 22]);
    await send(bob.id);
    clock.set('2026-11-23T23:59:59+08:00');
    await expect(send()).rejects.toMatchObject(limited);
    clock.set('2026-11-24T00:00:00+08:00');
    await send();
    expect(toy.shown).toHaveLength(22);
  });

  test('count also what the platform did not take', async () => {
    const { send, toy } = await linkedDesk();
    toy.refusal = { is: 'refused', reason: 'no_answer' };
    for (let n = 0; n < 20; n += 1) await expect(send()).rejects.toMatchObject({ code: 'phone.refused' });
    toy.refusal = null;
    await expect(send()).rejects.toMatchObject(limited);
  });

  test('hold for many at the same moment', async () => {
    const { send, toy } = await linkedDesk();
    for (let n = 0; n < 15; n += 1) await send();
    const many = await Promise.allSettled(Array.from({ length: 12 }, () => send()));
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(toy.shown).toHaveLength(20);
  });
});
