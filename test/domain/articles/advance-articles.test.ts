import { describe, expect, test } from '@jest/globals';
import { createAdvanceArticles } from '../../../domain/articles/advance-articles.js';
import type { Article, PlatformWay } from '../../../domain/articles/article.js';
import { holdMs } from '../../../domain/articles/lifecycle.js';
import type { Articles } from '../../../domain/articles/ports.js';
import { someArticle, someLive } from '../../support/articles.js';
import { toyPlatform } from '../../support/fakes/article-platform.js';
import { memoryArticleVersions } from '../../support/fakes/article-versions.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { handClock } from '../../support/fakes/clock.js';

const quiet = { way: 'quiet' } as const;
const toAll = { way: 'send', tag: null } as const;
const minute = 60_000;

function setUp(platform: PlatformWay, changes: Partial<Article> = {}) {
  const clock = handClock('2026-11-23T08:00:00+08:00');
  const at = clock.now() + 60 * minute;
  const article = someArticle({ state: 'scheduled', plan: { at, platform }, ...changes });
  const articles = memoryArticles(article);
  const versions = memoryArticleVersions();
  const toy = toyPlatform();
  const shown = { page: true };
  const budget = { place: true };
  const hasPlace = async (): Promise<boolean> => budget.place;
  const ports = { articles, versions, clock, hasPlace, shows: async () => shown.page };
  const advance = createAdvanceArticles({ ...ports, platform: toy.platform });
  const now = async (): Promise<Article> => {
    const found = await articles.byId(article.id);
    if (found === null) throw new Error('gone');
    return found;
  };
  /** A tick every minute for so long. */
  const tick = async (minutes: number, run = advance): Promise<void> => {
    for (let n = 0; n < minutes; n += 1) {
      clock.advance(minute);
      await run(10);
    }
  };
  return { clock, articles, versions, toy, shown, budget, ports, advance, now, tick, at };
}

/** A process that dies once its call has reached the platform: nothing that it writes after that is written. */
function dying(articles: Articles): { articles: Articles; die: () => void } {
  let dead = false;
  return {
    articles: {
      ...articles,
      replace: async (article) => {
        if (dead) throw new Error('killed');
        return articles.replace(article);
      },
    },
    die: () => {
      dead = true;
    },
  };
}

describe('an article whose time comes', () => {
  test('is about to go for ten minutes, then goes at its time, and is published when its page is shown', async () => {
    const { tick, now, at, clock, versions, toy } = setUp({ way: 'none' });
    await tick(49);
    expect((await now()).state).toBe('scheduled');
    await tick(1);
    expect([(await now()).state, clock.now()]).toEqual(['about_to_go', at - holdMs]);
    await tick(9);
    expect([(await now()).state, (await now()).live]).toEqual(['about_to_go', null]);
    await tick(1);
    const gone = await now();
    expect([gone.state, gone.live?.firstAt, gone.live?.number]).toEqual(['submitted', at, 1]);
    await tick(1);
    const published = await now();
    expect([published.state, published.plan]).toEqual(['published', null]);
    expect(toy.log).toEqual([]);
    expect((await versions.list(published.id, 5)).map(({ why }) => why)).toEqual(['published']);
  });

  test('is not called published while nobody can see it', async () => {
    const { tick, now, shown } = setUp({ way: 'none' });
    shown.page = false;
    await tick(75);
    expect((await now()).state).toBe('submitted');
    shown.page = true;
    await tick(1);
    expect((await now()).state).toBe('published');
  });

  test('that was late still has its ten minutes', async () => {
    const { tick, now, clock } = setUp(quiet);
    clock.advance(300 * minute);
    await tick(1);
    expect((await now()).state).toBe('about_to_go');
    await tick(9);
    expect((await now()).state).toBe('about_to_go');
    await tick(1);
    expect((await now()).state).toBe('submitted');
  });

  test('keeps its number and first day when it is published again', async () => {
    const live = someLive({ number: 7, firstAt: 1 });
    const { tick, now } = setUp({ way: 'none' }, { live });
    await tick(61);
    expect((await now()).live).toMatchObject({ number: 7, firstAt: 1 });
  });

  test('nothing to do is nothing done', async () => {
    const { advance } = setUp(quiet);
    expect(await advance(10)).toEqual({ found: 0, done: 0, failed: 0 });
  });
});

describe('the platform', () => {
  test('gets a draft, then one submission, and says where the article is', async () => {
    const { tick, now, toy } = setUp(quiet);
    toy.state = { is: 'running' };
    await tick(61);
    expect((await now()).state).toBe('checking');
    await tick(5);
    expect((await now()).state).toBe('checking');
    toy.state = { is: 'done', articleId: 'ART', url: 'https://mp.example/1' };
    await tick(1);
    expect([(await now()).state, (await now()).platform?.url]).toEqual(['published', 'https://mp.example/1']);
    expect(toy.log.map((line) => line.split(' ')[0])).toEqual(['prepare', 'submit']);
  });

  test('that refuses the draft: refused, and nothing is public', async () => {
    const { tick, now, toy } = setUp(quiet);
    toy.prepared = { is: 'refused', reason: '45003' };
    await tick(61);
    const refused = await now();
    expect([refused.state, refused.live, refused.events.at(-1)?.detail]).toEqual(['refused', null, '45003']);
  });

  test('that is busy: nothing goes, and it goes when it answers', async () => {
    const { tick, now, toy } = setUp(quiet);
    toy.prepared = { is: 'later', reason: 'no_answer' };
    await tick(70);
    expect((await now()).state).toBe('about_to_go');
    toy.prepared = { is: 'ready', draftId: 'D2' };
    await tick(1);
    expect((await now()).state).toBe('submitted');
  });

  test.each([
    ['at once', '53503', { submission: { is: 'refused', reason: '53503' } }],
    ['after its checks', 'publish_refused', { state: { is: 'refused', reason: 'publish_refused' } }],
  ] as const)('that refuses %s: partly published, with its reason', async (_when, reason, answers) => {
    const { tick, now, toy } = setUp(quiet);
    Object.assign(toy, answers);
    await tick(63);
    const article = await now();
    expect([article.state, article.platform?.reason]).toEqual(['partly_published', reason]);
    expect(article.live).not.toBeNull();
  });

  test('may ask an administrator first', async () => {
    const { tick, now, toy } = setUp(toAll);
    toy.submission = { is: 'accepted', jobId: 'JOB', dataId: 'D', awaitsAdmin: true };
    toy.state = { is: 'running' };
    await tick(62);
    expect([(await now()).state, (await now()).platform?.dataId]).toEqual(['awaiting_admin', 'D']);
    toy.state = { is: 'refused', reason: 'send_failed' };
    await tick(1);
    expect((await now()).state).toBe('partly_published');
  });

  test('that never comes to an end: in doubt after a day', async () => {
    const { tick, now, toy } = setUp(quiet);
    toy.state = { is: 'unknown', reason: 'no_answer' };
    await tick(62);
    expect((await now()).state).toBe('checking');
    await tick(24 * 60);
    expect((await now()).state).toBe('in_doubt');
  });

  test('of a line without an account: refused before anything is public', async () => {
    const { ports, tick, now } = setUp(quiet);
    await tick(61, createAdvanceArticles({ ...ports, platform: null }));
    expect([(await now()).state, (await now()).live]).toEqual(['refused', null]);
  });

  test('has no room for one more mass send: refused before anything is public or told', async () => {
    const { tick, now, toy, budget } = setUp(toAll);
    budget.place = false;
    await tick(61);
    const refused = await now();
    expect([refused.state, refused.live, refused.events.at(-1)?.detail]).toEqual([
      'refused',
      null,
      'over_budget',
    ]);
    expect(toy.log).toEqual([]);
  });

  test('is not asked for room by what tells nobody', async () => {
    const { tick, now, budget } = setUp(quiet);
    budget.place = false;
    await tick(62);
    expect((await now()).live).not.toBeNull();
  });

  test('certainly not reached: asked again', async () => {
    const { tick, now, toy } = setUp(quiet);
    toy.submission = { is: 'not_sent', reason: 'no_answer' };
    await tick(64);
    expect((await now()).state).toBe('submitted');
    toy.submission = { is: 'accepted', jobId: 'J', dataId: 'D', awaitsAdmin: false };
    await tick(2);
    expect((await now()).state).toBe('published');
  });
});

describe('an answer that was lost', () => {
  const lost = { is: 'lost', reason: 'no_answer' } as const;

  test('of a quiet publication is looked for, and in doubt when it is not found: never asked again', async () => {
    const { tick, now, toy } = setUp(quiet);
    toy.submission = lost;
    await tick(70);
    expect([(await now()).state, (await now()).live === null]).toEqual(['in_doubt', false]);
    expect(toy.log.filter((line) => line.startsWith('submit'))).toHaveLength(1);
  });

  test('of a quiet publication that is found there is published', async () => {
    const { tick, now, toy } = setUp(quiet);
    toy.submission = lost;
    toy.found = { articleId: 'ART', url: null };
    await tick(70);
    expect([(await now()).state, (await now()).platform?.articleId]).toEqual(['published', 'ART']);
  });

  test('of a mass send is asked for again under the same name', async () => {
    const { tick, now, toy } = setUp(toAll);
    toy.submission = lost;
    await tick(63);
    toy.submission = { is: 'accepted', jobId: 'JOB', dataId: 'D', awaitsAdmin: false };
    await tick(3);
    expect((await now()).state).toBe('published');
    const names = new Set(
      toy.log.filter((line) => line.startsWith('submit')).map((line) => line.split(' ')[3]),
    );
    expect(names.size).toBe(1);
  });

  test.each([
    [quiet, 'in_doubt', 1],
    [toAll, 'published', 2],
  ] as const)('by a process that died between call and answer: %j, %s', async (way, state, calls) => {
    const { ports, tick, now, toy } = setUp(way);
    const { articles, die } = dying(ports.articles);
    const mortal = createAdvanceArticles({ ...ports, articles, platform: toy.platform });
    toy.arrived = async () => {
      die();
    };
    await tick(62, mortal);
    expect([(await now()).state, (await now()).platform?.callingSince !== null]).toEqual(['submitted', true]);
    toy.arrived = async () => undefined;
    await tick(6);
    // A quiet publication is never asked for again; a mass send is, under the same name.
    const submissions = toy.log.filter((line) => line.startsWith('submit'));
    expect([(await now()).state, submissions.length, new Set(submissions).size]).toEqual([state, calls, 1]);
  });
});

describe('two processes', () => {
  test('take each step once', async () => {
    const { ports, advance, now, toy, clock } = setUp(quiet);
    const other = createAdvanceArticles({ ...ports, platform: toy.platform });
    for (let n = 0; n < 70; n += 1) {
      clock.advance(minute);
      await Promise.all([advance(10), other(10)]);
    }
    expect((await now()).state).toBe('published');
    expect(toy.log.filter((line) => line.startsWith('submit'))).toHaveLength(1);
    const { events } = await now();
    expect(events.map(({ what }) => what)).toEqual(['create', 'hold', 'go', 'check', 'confirm']);
  });

  test('one article that fails does not keep the others', async () => {
    const { articles, ports, clock, tick } = setUp(quiet);
    const second = someArticle({ state: 'scheduled', plan: { at: clock.now(), platform: { way: 'none' } } });
    await articles.insert(second);
    const broken = toyPlatform();
    const failing = {
      ...broken.platform,
      prepare: () => Promise.reject(new Error('unforeseen')),
    };
    await tick(62, createAdvanceArticles({ ...ports, platform: failing }));
    expect((await articles.byId(second.id))?.state).toBe('published');
  });
});
