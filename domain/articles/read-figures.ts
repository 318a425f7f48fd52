/** Reads the platform's own figures of who read an article there, once a day and article, for as long as it counts. */
import { addDays } from '../../questions/day.js';
import type { Clock } from '../ports.js';
import type { Advanced } from './advance-articles.js';
import type { Article, PlatformCopy } from './article.js';
import type { DayReaders, FiguresOfDay, PlatformFigures } from './figures.js';
import type { ArticleReaders, Articles } from './ports.js';

/** The platform counts an article for so many days, the first one included. */
const countedDays = 30;
/** The hour of the platform's day from which on the day before is complete. */
const readyAt = 8;
const dayMs = 24 * 3_600_000;

export interface FiguresPorts {
  readonly articles: Pick<Articles, 'planned' | 'byId'>;
  readonly readers: Pick<ArticleReaders, 'claim' | 'put'>;
  readonly clock: Pick<Clock, 'now'>;
  /** null: no Official Account is set up */
  readonly figures: PlatformFigures | null;
}

/** An article's copy there, and the days on which it may have come out. */
interface Wanted {
  readonly article: string;
  readonly copy: PlatformCopy;
  readonly days: readonly string[];
}

/**
 * Asks for what came out in the last thirty days, at most so many articles: each is claimed for the day before the
 * platform is asked, so that it is asked about once a day whatever restarts; what fails is asked again the next day, with
 * nothing lost, for every answer tells the whole. May be called every hour: before eight in the morning there it does
 * nothing. `failed`: the platform did not answer. An account that may not ask is no failure: the figures stay unsaid.
 * Of an article that was published again only the newest copy is asked about; what earlier ones had is kept.
 */
export function createReadFigures(ports: FiguresPorts): (limit: number) => Promise<Advanced> {
  const { readers, figures } = ports;
  return async (limit) => {
    const counts = { found: 0, done: 0, failed: 0 };
    if (figures === null || figures.at(ports.clock.now()).hour < readyAt) return counts;
    const answers = new Map<string, Promise<FiguresOfDay>>();
    const told = (day: string): Promise<FiguresOfDay> => {
      const answer = answers.get(day) ?? figures.cameOut(day);
      answers.set(day, answer);
      return answer;
    };
    for await (const { article, copy, days } of wanted(ports, figures, limit)) {
      counts.found += 1;
      for (const day of days) {
        const answer = await told(day);
        if (answer.is === 'silent') counts.failed += 1;
        const until = answer.is === 'told' ? answer.of(copy) : null;
        if (until !== null) {
          await readers.put(article, copy.key, daily(until));
          counts.done += 1;
        }
        if (until !== null || answer.is !== 'told') break;
      }
    }
    return counts;
  };
}

/** What has to be asked about today, each claimed. */
async function* wanted(
  { articles, readers, clock }: FiguresPorts,
  figures: PlatformFigures,
  limit: number,
): AsyncGenerator<Wanted, void> {
  const now = clock.now();
  const today = figures.at(now).day;
  const since = now - (countedDays + 1) * dayMs;
  let found = 0;
  for (const { id, live } of await articles.planned(since, now)) {
    if (found >= limit) return;
    if (live === null || live.at < since) continue;
    const article = await articles.byId(id);
    const copy = article === null ? null : toAsk(article);
    const days = cameOutOn(figures, live.at).filter((day) => day < today);
    if (copy === null || days.length === 0 || !(await readers.claim(id, copy.key, today))) continue;
    found += 1;
    yield { article: id, copy, days };
  }
}

/** Only what the platform has taken, and has not lost again, is counted there. */
const toAsk = ({ live, platform }: Article): PlatformCopy | null =>
  live !== null && platform !== null && (platform.jobId ?? platform.articleId) !== null ? platform : null;

/** The platform was told after our own page was public, by a little or past its midnight. */
function cameOutOn(figures: PlatformFigures, at: number): readonly string[] {
  const { day } = figures.at(at);
  return [day, addDays(day, 1)];
}

/** By day what is told as a sum from the first day on; a sum that was put right downwards is no day below nothing. */
function daily(until: readonly DayReaders[]): readonly DayReaders[] {
  return until.map(({ day, readers }, n) => ({
    day,
    readers: Math.max(0, readers - (until[n - 1]?.readers ?? 0)),
  }));
}
