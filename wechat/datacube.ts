/** The platform's own figures of what the account published. */
import type { Api } from './api.js';
import { type JsonObject, numberOf, objectsOf, stringOf } from './json.js';

/** An article that came out on one day, and how many people had read it by the end of each day since. */
export interface PublishedFigures {
  /** `<msg_data_id>_<place, from 1>`: the first part is answered when something is published or sent */
  readonly id: string;
  /** its page there; '' where the platform leaves it out */
  readonly url: string;
  /** the earliest day first, `YYYY-MM-DD` in the platform's zone (UTC+8), at most 30 days; `readers`: from the first day on */
  readonly until: readonly { readonly day: string; readonly readers: number }[];
}

export interface Datacube {
  /**
   * What came out on a day, quietly or sent, as `POST /datacube/getarticletotaldetail` tells it ("获取发表内容发表详细数据",
   * https://developers.weixin.qq.com/doc/service/api/wedata/news/api_getarticletotaldetail). Its forerunner
   * `getarticletotal` knew mass sends only, for seven days, and its page says that it is no longer kept up.
   *
   * The page asks for: one day a call, yesterday at the latest, 2025-11-01 at the earliest; each article is counted for 30
   * days; a day is complete at eight in the morning of the next, and what is late comes with the next call. A certified
   * account only. @throws WechatError 61500 (no day), 61501 (a day that is not over), 48001 (the account may not);
   * NoAnswerError
   */
  publishedOn(day: string): Promise<readonly PublishedFigures[]>;
}

export function createDatacube(api: Api): Datacube {
  return {
    async publishedOn(day) {
      const json = { begin_date: day, end_date: day };
      const answer = await api.json({ path: '/datacube/getarticletotaldetail', json, repeatable: true });
      // somebody who asked got days beyond the one that was asked for
      return objectsOf(answer, 'list')
        .filter((item) => stringOf(item, 'ref_date') === day)
        .map(toFigures);
    },
  };
}

const toFigures = (item: JsonObject): PublishedFigures => ({
  id: stringOf(item, 'msgid'),
  url: stringOf(item, 'content_url'),
  until: objectsOf(item, 'detail_list')
    .map((detail) => ({
      day: stringOf(detail, 'stat_date'),
      readers: Math.max(0, Math.trunc(numberOf(detail, 'read_user', 0))),
    }))
    .filter(({ day }) => /^\d{4}-\d\d-\d\d$/.test(day))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1)),
});
