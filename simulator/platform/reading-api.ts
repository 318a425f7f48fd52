import { addDays, dayOf } from '../state/platform-day.js';
import { type ReadingFigures, type Reads, type SentArticle } from '../state/reading-figures.js';
import { type Apis, type Json, jsonOf, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

/** An article is counted on a day from so many readers and readings on. */
const fewest = 3;
/** Days for which a total is told, the day of the sending included. */
const totalDays = 7;

/**
 * Reading figures of articles that were sent: the platform's page "article analysis" (getarticlesummary,
 * getarticletotal). Both take one day, yesterday at the latest; opening the original page, sharing and keeping are not
 * simulated and 0. What an article got on a day is entered by the control API.
 */
export function readingApi({ clock }: Platform, figures: ReadingFigures): Apis {
  const call = (run: (day: string, yesterday: string) => readonly Json[]): Apis[string] => ({
    method: 'POST',
    token: 'official-account',
    certified: true,
    run: (request) => {
      const body = jsonOf(request);
      const [begin, end] = [str(body, 'begin_date'), str(body, 'end_date')];
      if (!isDay(begin) || !isDay(end)) throw new PlatformError(61500);
      const yesterday = addDays(dayOf(clock.now()), -1);
      if (begin !== end || end > yesterday) throw new PlatformError(61501);
      return { list: run(begin, yesterday) };
    },
  });
  return {
    '/datacube/getarticlesummary': call((day) =>
      figures.all().flatMap((article) => {
        const reads = article.reads.get(day);
        return reads === undefined || reads.people + reads.times < fewest
          ? []
          : [{ ref_date: day, user_source: 0, ...named(article), ...counted(reads) }];
      }),
    ),
    '/datacube/getarticletotal': call((day, yesterday) =>
      figures
        .all()
        .filter((article) => article.day === day)
        .map((article) => ({
          ref_date: day,
          ...named(article),
          details: totals(article, yesterday),
        })),
    ),
  };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

const named = ({ id, title }: SentArticle): Json => ({ msgid: id, title });

const counted = ({ people, times }: Reads): Json => ({
  int_page_read_user: people,
  int_page_read_count: times,
  ori_page_read_user: 0,
  ori_page_read_count: 0,
  share_user: 0,
  share_count: 0,
  add_to_fav_user: 0,
  add_to_fav_count: 0,
});

/** From the day of the sending on, each day with all that was read until then. */
function totals({ day, target, reads }: SentArticle, yesterday: string): readonly Json[] {
  const details: Json[] = [];
  let [people, times] = [0, 0];
  for (let n = 0, at = day; n < totalDays && at <= yesterday; n += 1, at = addDays(at, 1)) {
    people += reads.get(at)?.people ?? 0;
    times += reads.get(at)?.times ?? 0;
    details.push({ stat_date: at, target_user: target, ...counted({ people, times }) });
  }
  return details;
}
