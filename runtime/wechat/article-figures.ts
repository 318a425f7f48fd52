/** The platform's figures as articles see them (domain/articles/figures.ts). */
import type { DayReaders, FiguresOfDay, PlatformFigures } from '../../domain/articles/figures.js';
import { dayIn } from '../../domain/days.js';
import type { OfficialAccountClient } from '../../wechat/client.js';
import type { PublishedFigures } from '../../wechat/datacube.js';
import { NoAnswerError, WechatError } from '../../wechat/errors.js';

/** The platform keeps Beijing's time, which is eight hours ahead all year. */
const platformZone = 'Asia/Shanghai';
const hourMs = 3_600_000;
const ahead = 8;

export function createArticleFigures(client: Pick<OfficialAccountClient, 'datacube'>): PlatformFigures {
  return {
    at: (ms) => ({ day: dayIn(platformZone, ms), hour: Math.floor(ms / hourMs + ahead) % 24 }),
    async cameOut(day): Promise<FiguresOfDay> {
      try {
        const items = await client.datacube.publishedOn(day);
        return { is: 'told', of: (copy) => items.find((item) => isOf(item, copy))?.until ?? null };
      } catch (error) {
        if (error instanceof WechatError)
          return { is: ['retry', 'wait', 'token'].includes(error.reaction) ? 'silent' : 'refused' };
        if (error instanceof NoAnswerError) return { is: 'silent' };
        throw error;
      }
    },
  };
}

type Copy = Parameters<Extract<FiguresOfDay, { is: 'told' }>['of']>[0];

/** By the id that the platform answered when it took the article, else by its page: what is sent is one article. */
function isOf(item: PublishedFigures & { readonly until: readonly DayReaders[] }, copy: Copy): boolean {
  if (copy.dataId !== null) return item.id === `${copy.dataId}_1`;
  return copy.url !== null && (item.url === copy.url || item.id === idIn(copy.url));
}

/** `mid` and `idx` in the address of a page there are the two parts of its id; null: it has none. */
function idIn(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const query = new URL(address).searchParams;
  const [mid, idx] = [query.get('mid'), query.get('idx')];
  return mid === null || idx === null ? null : `${mid}_${idx}`;
}
