/** The platform's part of publishing: the call and its answer, what is in doubt, and what became of it. */
import type { Article, PlatformCopy } from './article.js';
import type { AdvancePorts, Next } from './advance.js';
import { changed, moved } from './move.js';
import { platformLang } from './check-article.js';
import type { ArticlePlatform, Prepared, Submission } from './platform.js';

/** Milliseconds after which a call that never answered is taken for lost. */
const answerMs = 2 * 60_000;
/** Milliseconds after which a job that the platform still calls running is a matter for a person. */
const patienceMs = 24 * 3_600_000;

/** Makes the draft there. */
export function prepare(platform: ArticlePlatform | null, { slug, content }: Article): Promise<Prepared> {
  if (platform === null) return Promise.resolve({ is: 'refused', reason: 'no_account' });
  return platform.prepare({ slug, content, lang: platformLang(content) });
}

/** The call to the platform: marked, made, its answer written; a mark without an answer is looked into. */
export async function submitted(ports: AdvancePorts, article: Article, now: number): Promise<Next | null> {
  const { articles, platform } = ports;
  const { platform: copy } = article;
  if (platform === null || copy === null) return short(article, now, 'no_account');
  const { callingSince, draftId } = copy;
  if (draftId === null) return preparedAgain(platform, article, copy, now);
  if (callingSince !== null) {
    if (now < callingSince + answerMs) return null;
    // A mass send has a name of its own and goes out once however often it is asked for.
    return copy.way.way === 'send' ? unmarked(article, copy) : lost(ports, article, copy, now);
  }
  const marked = { ...copy, callingSince: now };
  return {
    article: changed(article, { platform: marked }),
    async afterwards(written) {
      const answer = await platform.submit(copy.way, draftId, copy.key);
      const next = answered(written, marked, answer, ports.clock.now());
      if (next !== null) await articles.replace(next);
    },
  };
}

/** Another try makes another draft first. */
async function preparedAgain(
  platform: ArticlePlatform,
  article: Article,
  copy: PlatformCopy,
  now: number,
): Promise<Next | null> {
  const prepared = await prepare(platform, article);
  if (prepared.is === 'later') return null;
  if (prepared.is === 'refused') return short(article, now, prepared.reason);
  return { article: changed(article, { platform: { ...copy, draftId: prepared.draftId } }) };
}

function answered(article: Article, copy: PlatformCopy, answer: Submission, at: number): Article | null {
  const note = { at, by: null };
  const answeredCopy = { ...copy, callingSince: null };
  switch (answer.is) {
    case 'accepted': {
      const platform = { ...answeredCopy, jobId: answer.jobId, dataId: answer.dataId };
      return moved(
        article,
        answer.awaitsAdmin ? 'await_admin' : 'check',
        { ...note, detail: null },
        { platform },
      );
    }
    case 'refused':
      return moved(
        article,
        'fall_short',
        { ...note, detail: answer.reason },
        { platform: { ...answeredCopy, reason: answer.reason } },
      );
    case 'not_sent':
      return changed(article, { platform: answeredCopy });
    case 'lost':
      // A named send is simply asked for again; anything else waits until the mark is looked into.
      return copy.way.way === 'send' ? changed(article, { platform: answeredCopy }) : null;
  }
}

const unmarked = (article: Article, copy: PlatformCopy): Next => ({
  article: changed(article, { platform: { ...copy, callingSince: null } }),
});

/** Nobody knows whether it was published: found there it is confirmed, else a person looks. */
async function lost(
  { platform }: AdvancePorts,
  article: Article,
  copy: PlatformCopy,
  now: number,
): Promise<Next> {
  const found = platform === null ? null : await platform.find(article.slug, copy.callingSince ?? now);
  const settled = { ...copy, callingSince: null };
  if (found === null) return doubted(article, settled, now);
  const there = { ...settled, articleId: found.articleId, url: found.url };
  return confirmed(article, there, now, 'found');
}

export async function look(ports: AdvancePorts, article: Article, now: number): Promise<Next | null> {
  const { platform, shows } = ports;
  const { platform: copy } = article;
  if (platform === null || copy === null) return short(article, now, 'no_account');
  const state = await platform.look(copy);
  switch (state.is) {
    case 'done': {
      if (!(await shows(article.slug))) return null;
      const there = { ...copy, articleId: state.articleId, url: state.url };
      return confirmed(article, there, now, null);
    }
    case 'refused':
      return short(article, now, state.reason);
    default:
      if (now < article.stateAt + patienceMs) return null;
      return doubted(article, copy, now);
  }
}

const confirmed = (article: Article, platform: PlatformCopy, at: number, detail: string | null): Next => ({
  article: moved(article, 'confirm', { at, by: null, detail }, { platform, plan: null }),
});

const doubted = (article: Article, platform: PlatformCopy, at: number): Next => ({
  article: moved(article, 'doubt', { at, by: null, detail: 'no_answer' }, { platform }),
});

function short(article: Article, now: number, reason: string): Next {
  const platform = article.platform && { ...article.platform, reason, callingSince: null };
  return { article: moved(article, 'fall_short', { at: now, by: null, detail: reason }, { platform }) };
}
