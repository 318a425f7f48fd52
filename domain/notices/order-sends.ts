import type { Articles } from '../articles/ports.js';
import type { SendOrder, Way } from '../sending/send.js';
import { waysOn } from './notice.js';
import type { Occurrence } from './occurrence.js';

/** Where a notice leads: the page of an article, or of all articles (`slug` null), for who gets it this way. */
export type PageOf = (way: Way, slug: string | null) => string;

export interface OrderPorts {
  readonly articles: Pick<Articles, 'byId'>;
  readonly pageOf: PageOf;
}

/** What is to be sent of an occurrence, one order a way that is on. @throws DomainError storage.unavailable */
export async function ordersOf(ports: OrderPorts, occurrence: Occurrence): Promise<readonly SendOrder[]> {
  const { id, article, ways, texts, on, windowEndsAt } = occurrence;
  const linked = article === null ? null : await ports.articles.byId(article);
  // an article that readers cannot see is no page to lead anybody to
  const slug = linked === null || linked.live === null ? null : linked.slug;
  return waysOn(ways).map((way) => ({
    ...{ id: `${id}.${way}`, occurrence: id, way, texts, on, until: windowEndsAt },
    tag: way === 'mass' ? (ways.mass?.tag ?? null) : null,
    article: slug === null ? null : article,
    page: ports.pageOf(way, slug),
  }));
}
