import { describe, expect, test } from '@jest/globals';
import { createAccountKind } from '../../../runtime/notices/account-kind.js';
import { createFeedKeys } from '../../../runtime/notices/feed-keys.js';
import { createNoticePages } from '../../../runtime/notices/notice-pages.js';
import { createReach } from '../../../runtime/notices/reach.js';
import type { Abilities, Ability } from '../../../wechat/capabilities.js';
import { handClock } from '../../support/fakes/clock.js';
import { hashText } from '../../support/audit-log.js';
import { seeded } from '../../support/line.js';

const yes: Ability = { may: 'yes', code: 0 };
const no: Ability = { may: 'no', code: 48001 };
const unknown: Ability = { may: 'unknown', code: 0 };
const abilities = (changes: Partial<Abilities> = {}): Abilities => ({
  ...{ menu: yes, customerMessages: yes, notices: yes, massSends: yes, publishing: yes, followers: yes },
  ...changes,
});

describe('the kind of an account', () => {
  test.each([
    ['service', {}],
    ['subscription', { notices: no }],
    ['none', { customerMessages: no }],
    ['unknown', { notices: unknown }],
  ] as const)('%s', async (kind, changes) => {
    const read = async () => abilities(changes);
    const capabilities = { read };
    expect(await createAccountKind({ capabilities })()).toBe(kind);
  });

  test('without an account is none', async () => {
    expect(await createAccountKind(null)()).toBe('none');
  });
});

describe('a platform that does not answer', () => {
  const silent = { read: () => new Promise<Abilities>(() => undefined) };

  test('keeps nobody waiting: what it would have said is not known', async () => {
    const account = { capabilities: silent, followers: { count: async () => 1 } };
    const clock = handClock('2026-11-23T09:00:00+08:00');
    const recipients = { count: async () => 0 };
    const read = createReach({ recipients, forms: [], account: account as never, clock });
    const [kind, people] = await Promise.all([createAccountKind(account)(), read()]);
    expect([kind, people.followers]).toEqual(['unknown', null]);
  });
});

describe('keys of links to the calendar', () => {
  test('are random, and found by their hash', () => {
    const keys = createFeedKeys(seeded(7), hashText);
    const [one, other] = [keys.make(), keys.make()];
    expect(one.key).toMatch(/^[\w-]{43}$/);
    expect([keys.hash(one.key), one.hash === other.hash]).toEqual([one.hash, false]);
    for (const wrong of ['', 'x', `${one.key}A`, one.key.slice(1), `${one.key.slice(0, -1)}!`])
      expect(keys.hash(wrong)).toBeNull();
  });
});

describe('where a notice leads', () => {
  test.each([
    ['mass', 'a-slug', 'https://line.example/a/a-slug?lang=zh'],
    ['account', null, 'https://line.example/a/?lang=zh'],
    ['mini', 'a-slug', 'pages/article/article?slug=a-slug'],
    ['mini', null, 'pages/articles/articles'],
  ] as const)('%s, %s: %s', (way, slug, page) => {
    expect(createNoticePages('https://line.example')(way, slug)).toBe(page);
  });
});

describe('how many would get one', () => {
  const forms = [
    { account: 'officialAccount', template: 'A' },
    { account: 'officialAccount', template: 'A' },
    { account: 'officialAccount', template: 'B' },
    { account: 'miniProgram', template: 'C' },
  ] as const;
  const counts: Readonly<Record<string, number>> = { 'account A': 3, 'account B': 4, 'mini C': 5 };
  const recipients = {
    count: async ({ way, template }: { way: string; template: string }) => counts[`${way} ${template}`] ?? 0,
  };

  function reach(given: Abilities, answers: (number | null)[]) {
    const clock = handClock('2026-11-23T09:00:00+08:00');
    let asked = 0;
    const count = async (): Promise<number> => {
      const answer = answers[asked++] ?? null;
      if (answer === null) throw new Error('no answer');
      return answer;
    };
    const account = { capabilities: { read: async () => given }, followers: { count } };
    return {
      clock,
      asked: () => asked,
      read: createReach({ recipients, forms, account: account as never, clock }),
    };
  }

  test('is counted by the forms, each once, and by the platform’s number of followers', async () => {
    const { read } = reach(abilities(), [100]);
    expect(await read()).toEqual({ account: 7, mini: 5, followers: 100 });
  });

  test('asks the platform for its followers now and then only', async () => {
    const { read, clock, asked } = reach(abilities(), [100, null, 101]);
    await read();
    clock.advance(9 * 60_000);
    await read();
    expect(asked()).toBe(1);
    clock.advance(60_000);
    expect((await read()).followers).toBeNull();
    clock.advance(59_000);
    await read();
    expect(asked()).toBe(2);
    clock.advance(1_000);
    expect((await read()).followers).toBe(101);
  });

  test('is not known where the account may not ask, or there is none', async () => {
    const { read, asked } = reach(abilities({ followers: no }), [100]);
    expect([(await read()).followers, asked()]).toEqual([null, 0]);
    const clock = handClock('2026-11-23T09:00:00+08:00');
    expect(await createReach({ recipients, forms: [], account: null, clock })()).toEqual({
      ...{ account: 0, mini: 0, followers: null },
    });
  });
});
