import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError, OfflineError } from '../../../../../console/web/api/api-error.js';
import type { Article, ArticleContent, Saved } from '../../../../../console/web/api/article-types.js';
import {
  createAutosave,
  type Autosave,
  type SaveState,
} from '../../../../../console/web/editor/saving/autosave.js';

const saying = (body: string): ArticleContent => ({
  ...{ kind: 'case', author: '', cover: null, tags: [], category: null, sources: [] },
  texts: { zh: { title: '', digest: '', body, coverAlt: '' }, en: null },
});
const person = { id: '1', name: 'Lin Mei' };
const article = (body: string, revision: number, change: Partial<Article> = {}): Article => ({
  ...saying(body),
  ...{ id: 'a', slug: 'a', revision, state: 'draft', stateAt: '', createdBy: person, editedBy: person },
  ...{
    submittedBy: null,
    approvedBy: null,
    createdAt: '',
    editedAt: '',
    plan: null,
    live: null,
    platform: null,
  },
  ...{ comments: [], events: [], steps: ['edit'], late: null, problems: [] },
  ...change,
});
const stale = new ApiError(409, 'article.stale', {}, null, null);

/** A server with one article, and a clock that is moved by hand. */
class World {
  page = 'a';
  there = article('a', 1);
  readonly sent: string[] = [];
  readonly states: SaveState['kind'][] = [];
  /** the text that stands against the page's, while that is to be decided */
  theirs: string | undefined;
  /** throws in place of the next answers */
  failures: Error[] = [];
  /** the answer of the next request is lost although it was carried out */
  loses = false;
  now = 0;
  atOnce = 0;
  most = 0;
  hold: Promise<void> = Promise.resolve();
  readonly timers = new Map<() => void, number>();
  readonly autosave: Autosave = createAutosave(article('a', 1), {
    content: () => saying(this.page),
    send: (content, revision) => this.#send(content, revision),
    newest: () => Promise.resolve(this.there),
    later: (act, ms) => {
      this.timers.set(act, this.now + ms);
      return () => this.timers.delete(act);
    },
    show: (state) => {
      this.states.push(state.kind);
      this.theirs = state.kind === 'stale' ? state.theirs.texts.zh?.body : undefined;
    },
    saved: () => undefined,
  });

  async #send(content: ArticleContent, revision: number): Promise<Saved> {
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    try {
      await this.hold;
      const failure = this.failures.shift();
      if (failure !== undefined) throw failure;
      if (revision !== this.there.revision) throw stale;
      const body = content.texts.zh?.body ?? '';
      this.sent.push(body);
      this.there = article(body, revision + 1);
      if (this.loses) throw new OfflineError();
      return { revision: revision + 1, editedAt: '', problems: [] };
    } finally {
      this.atOnce -= 1;
    }
  }

  type(text: string): void {
    this.page = text;
    this.autosave.touch();
  }

  async pass(ms: number): Promise<void> {
    this.now += ms;
    for (const [act, at] of [...this.timers]) {
      if (at > this.now) continue;
      this.timers.delete(act);
      act();
    }
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}

let world = new World();
beforeEach(() => {
  world = new World();
});

describe('saving by itself', () => {
  test('three seconds after the last change', async () => {
    world.type('ab');
    await world.pass(2_900);
    world.type('abc');
    await world.pass(2_900);
    expect(world.sent).toEqual([]);
    await world.pass(100);
    expect(world.sent).toEqual(['abc']);
    expect(world.states.at(-1)).toBe('saved');
  });

  test('sends nothing when it is as it was', async () => {
    world.type('ab');
    world.type('a');
    await world.pass(3_000);
    expect(world.sent).toEqual([]);
    expect(world.states.at(-1)).toBe('saved');
  });

  test('sends one request at a time, and what was written meanwhile after it', async () => {
    let goOn = (): void => undefined;
    world.hold = new Promise((resolve) => {
      goOn = resolve;
    });
    world.type('ab');
    await world.pass(3_000);
    world.type('abc');
    const [one, other] = [world.autosave.flush(), world.autosave.flush()];
    await world.pass(3_000);
    goOn();
    expect(await Promise.all([one, other])).toEqual([true, true]);
    expect(world.sent).toEqual(['ab', 'abc']);
    expect(world.most).toBe(1);
  });

  test('tries again without a connection, after growing pauses, with what is written by then', async () => {
    world.failures = [new OfflineError(), new OfflineError(), new OfflineError()];
    world.type('ab');
    await world.pass(3_000);
    expect(world.states.at(-1)).toBe('offline');
    await world.pass(2_000);
    await world.pass(3_999);
    expect(world.failures).toHaveLength(1);
    await world.pass(1);
    world.type('abc');
    expect(world.states.at(-1)).toBe('offline');
    world.autosave.retry();
    await world.pass(0);
    expect(world.sent).toEqual(['abc']);
  });

  test('knows its own text again when only the answer was lost', async () => {
    world.loses = true;
    world.type('ab');
    await world.pass(3_000);
    world.loses = false;
    await world.pass(2_000);
    expect(world.states.at(-1)).toBe('saved');
    expect(world.sent).toEqual(['ab']);
    expect(world.autosave.revision()).toBe(2);
  });
});

describe('somebody else', () => {
  test('who saved another text is not overwritten', async () => {
    world.there = article('theirs', 4);
    world.type('mine');
    await world.pass(3_000);
    expect(world.states.at(-1)).toBe('stale');
    world.type('mine and more');
    await world.pass(60_000);
    expect(world.sent).toEqual([]);
    expect(await world.autosave.flush()).toBe(false);
  });

  test('who saved is saved over once it is decided what holds', async () => {
    world.there = article('theirs', 4);
    world.type('mine');
    await world.pass(3_000);
    world.page = 'both';
    world.autosave.rebase(world.there);
    expect(await world.autosave.flush()).toBe(true);
    expect(world.there.texts.zh?.body).toBe('both');
  });

  test('who goes on saving is looked at again before it is decided', async () => {
    world.there = article('theirs', 4);
    world.type('mine');
    await world.pass(3_000);
    world.there = article('theirs and more', 5);
    expect(await world.autosave.look()).toBe(true);
    expect(world.theirs).toBe('theirs and more');

    world.there = article('mine', 6);
    expect(await world.autosave.look()).toBe(false);
    expect(world.states.at(-1)).toBe('saved');
    expect(world.autosave.revision()).toBe(6);
  });

  test('who changed no word does not stand in the way', async () => {
    world.there = article('a', 4);
    world.type('ab');
    await world.pass(3_000);
    expect(world.sent).toEqual(['ab']);
  });

  test('who sent it on has closed it, and the text is kept on the page', async () => {
    world.there = article('a', 4, { state: 'in_review', steps: ['return'] });
    world.type('ab');
    await world.pass(3_000);
    expect(world.states.at(-1)).toBe('closed');
    expect(world.autosave.isDirty()).toBe(true);

    world.there = article('a', 5);
    world.autosave.reopen();
    await world.pass(0);
    expect(world.sent).toEqual(['ab']);
  });
});

test('a refusal is shown, and the next change tries again', async () => {
  world.failures = [new ApiError(422, 'request.invalid', {}, null, null)];
  world.type('ab');
  await world.pass(3_000);
  expect(world.states.at(-1)).toBe('refused');
  await world.pass(60_000);
  expect(world.sent).toEqual([]);
  world.type('abc');
  await world.pass(3_000);
  expect(world.sent).toEqual(['abc']);
});
