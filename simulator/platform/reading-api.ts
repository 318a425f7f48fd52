import { addDays, dayOf } from '../state/platform-day.js';
import { type CountedArticle, type ReadingFigures, type Reads } from '../state/reading-figures.js';
import { type Apis, type Json, jsonOf, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

/** An article is counted on a day from so many readers and readings on: said of getarticlesummary. */
const fewest = 3;
/** Days for which a total is told, the day of the sending included: by the older call, by the newer one. */
const [totalDays, detailDays] = [7, 30];
/** The newer call knows nothing of what came before. */
const detailsSince = '2025-11-01';

/**
 * Reading figures: the platform's pages getarticlesummary and getarticletotal, of what was sent, neither of which it keeps
 * up any longer, and getarticletotaldetail, which takes their place and also tells of what was published quietly. Each
 * takes one day, yesterday at the latest. Shares, hearts, comments and the like are not simulated and 0. What an article
 * got on a day is entered by the control API.
 */
export function readingApi({ clock }: Platform, figures: ReadingFigures): Apis {
  const call = (run: (day: string, yesterday: string) => Json): Apis[string] => ({
    method: 'POST',
    token: 'official-account',
    certified: true,
    run: (request) => {
      const body = jsonOf(request);
      const [begin, end] = [str(body, 'begin_date'), str(body, 'end_date')];
      if (!isDay(begin) || !isDay(end)) throw new PlatformError(61500);
      const yesterday = addDays(dayOf(clock.now()), -1);
      if (begin !== end || end > yesterday) throw new PlatformError(61501);
      return run(begin, yesterday);
    },
  });
  const opened = (day: string): readonly CountedArticle[] =>
    figures.all().filter((article) => article.day === day);
  const sent = (article: CountedArticle): boolean => article.way === 'sent';

  return {
    '/datacube/getarticlesummary': call((day) => ({
      list: figures
        .all()
        .filter(sent)
        .flatMap((article) => {
          const reads = article.reads.get(day);
          return reads === undefined || reads.people + reads.times < fewest
            ? []
            : [{ ref_date: day, user_source: 0, ...named(article), ...counted(reads) }];
        }),
    })),
    '/datacube/getarticletotal': call((day, yesterday) => ({
      list: opened(day)
        .filter(sent)
        .map((article) => ({
          ...{ ref_date: day, ...named(article) },
          details: sums(article, yesterday, totalDays).map(({ until, reads }) => ({
            ...{ stat_date: until, target_user: article.target, ...counted(reads) },
          })),
        })),
    })),
    '/datacube/getarticletotaldetail': call((day, yesterday) => ({
      list: (day < detailsSince ? [] : opened(day)).map((article) => ({
        ...{ ref_date: day, ...named(article), content_url: article.url },
        publish_type: sent(article) ? 0 : 1,
        detail_list: sums(article, yesterday, detailDays).map(({ until, reads: { people } }) => ({
          ...{
            stat_date: until,
            read_user: people,
            read_user_source: [{ user_count: people, scene_desc: '全部' }],
          },
          ...{ share_user: 0, zaikan_user: 0, like_user: 0, comment_count: 0, collection_user: 0 },
        })),
      })),
      is_delay: false,
    })),
  };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

const named = ({ id, title }: CountedArticle): Json => ({ msgid: id, title });

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

interface Sum {
  readonly until: string;
  readonly reads: Reads;
}

/** For each day from the first on: all that was read until then. */
function sums({ day, reads }: CountedArticle, yesterday: string, most: number): readonly Sum[] {
  const found: Sum[] = [];
  let [people, times] = [0, 0];
  for (let n = 0, at = day; n < most && at <= yesterday; n += 1, at = addDays(at, 1)) {
    people += reads.get(at)?.people ?? 0;
    times += reads.get(at)?.times ?? 0;
    found.push({ until: at, reads: { people, times } });
  }
  return found;
}
