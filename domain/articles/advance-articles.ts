/**
 * The line's own steps: what is due goes, once, whatever restarts. Each step is one conditional write, so of several
 * processes one takes it; before a call that cannot be repeated a mark is written, and a mark that nobody answers is a
 * doubt that a person settles.
 */
import type { AdvancePorts, Next } from './advance.js';
import { sendKey, type Article, type Live, type PlatformCopy } from './article.js';
import { holdMs, type ArticleState } from './lifecycle.js';
import { moved } from './move.js';
import { versionOf } from './save-article.js';
import { look, prepare, submitted } from './tell-platform.js';

export interface Advanced {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

/** States in which the line itself has something to do. */
const underWay: readonly ArticleState[] = [
  'scheduled',
  'about_to_go',
  'submitted',
  'awaiting_admin',
  'checking',
];

/** Takes every step that is due. What fails is tried again by the next call. */
export function createAdvanceArticles(ports: AdvancePorts): (limit: number) => Promise<Advanced> {
  const { articles, clock } = ports;
  return async (limit) => {
    const counts = { found: 0, done: 0, failed: 0 };
    for (const article of await articles.due(underWay, clock.now() + holdMs, limit)) {
      try {
        const next = await nextOf(ports, article);
        if (next === null) continue;
        counts.found += 1;
        if (await articles.replace(next.article)) {
          counts.done += 1;
          await next.afterwards?.(next.article);
        }
      } catch {
        // one article must not keep the others; it is due again at the next tick
        counts.failed += 1;
      }
    }
    return counts;
  };
}

async function nextOf(ports: AdvancePorts, article: Article): Promise<Next | null> {
  const now = ports.clock.now();
  const note = { at: now, by: null, detail: null };
  switch (article.state) {
    case 'scheduled':
      return { article: moved(article, 'hold', note) };
    case 'about_to_go':
      return now < Math.max(article.plan?.at ?? 0, article.stateAt + holdMs) ? null : go(ports, article, now);
    case 'submitted':
      return article.platform === null ? confirm(ports, article, now) : submitted(ports, article, now);
    default:
      return look(ports, article, now);
  }
}

/** The platform has it as a draft, or it goes without; then readers get it. */
async function go(ports: AdvancePorts, article: Article, now: number): Promise<Next | null> {
  const { articles, versions, platform, hasPlace } = ports;
  const note = { at: now, by: null };
  const way = article.plan?.platform ?? { way: 'none' };
  if (way.way === 'send' && platform !== null && !(await hasPlace(article.id)))
    return { article: moved(article, 'refuse', { ...note, detail: 'over_budget' }) };
  let copy: PlatformCopy | null = null;
  if (way.way !== 'none') {
    const prepared = await prepare(platform, article);
    if (prepared.is === 'later') return null;
    if (prepared.is === 'refused')
      return { article: moved(article, 'refuse', { ...note, detail: prepared.reason }) };
    copy = { ...blank(article, way), draftId: prepared.draftId };
  }
  const number = article.live?.number ?? (await articles.nextNumber());
  const live: Live = { content: article.content, number, firstAt: article.live?.firstAt ?? now, at: now };
  const next = moved(article, 'go', { ...note, detail: way.way }, { live, platform: copy });
  return { article: next, afterwards: (written) => versions.add(versionOf(written, 'published')) };
}

const blank = (article: Article, way: PlatformCopy['way']): PlatformCopy => ({
  ...{ way, draftId: null, key: sendKey(article.id, article.revision), callingSince: null },
  ...{ jobId: null, dataId: null, articleId: null, url: null, reason: null },
});

/** Readers get it: that is what "published" says. */
async function confirm({ shows }: AdvancePorts, article: Article, now: number): Promise<Next | null> {
  if (!(await shows(article.slug))) return null;
  return { article: moved(article, 'confirm', { at: now, by: null, detail: null }, { plan: null }) };
}
