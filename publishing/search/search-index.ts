/** The search index of one language, kept in memory. */
import { setImmediate } from 'node:timers/promises';
import type { Edition, Renderer } from '../../domain/articles/ports.js';
import { find } from './find.js';
import { InvertedIndex, type Texts } from './inverted-index.js';
import { partsOf } from './parts.js';

/** Characters that are indexed at a stretch: some milliseconds. */
const stretch = 5_000;

/** What an article is found by, as it is written. */
interface Entry {
  readonly title: string;
  readonly digest: string;
  readonly tags: string;
  readonly body: string;
}

export interface Hit {
  readonly number: number;
  readonly score: number;
}

export interface SearchIndex {
  /** Brings the index to these editions, letting others work in between; only what changed is read. */
  update(editions: readonly Edition[]): Promise<void>;
  /** In no order. */
  search(words: string): readonly Hit[];
}

export function createSearchIndex(renderer: Pick<Renderer, 'plain'>): SearchIndex {
  const index = new InvertedIndex();
  const known = new Map<number, Entry>();
  let updates = Promise.resolve();

  const textsOf = ({ title, digest, tags, body }: Entry): Texts => [
    partsOf(title),
    partsOf(digest),
    partsOf(tags),
    partsOf(renderer.plain(body)),
  ];
  const remove = (number: number): void => {
    const entry = known.get(number);
    if (entry !== undefined) index.remove(number, textsOf(entry));
    known.delete(number);
  };
  const apply = async (editions: readonly Edition[]): Promise<void> => {
    const wanted = new Map(editions.map((edition) => [edition.number, entryOf(edition)]));
    const changed = [...known, ...wanted]
      .map(([number]) => number)
      .filter((number) => !isSame(known.get(number), wanted.get(number)));
    let read = 0;
    for (const number of new Set(changed)) {
      const entry = wanted.get(number);
      remove(number);
      if (entry !== undefined) {
        index.add(number, textsOf(entry));
        known.set(number, entry);
      }
      read += entry?.body.length ?? stretch;
      if (read < stretch) continue;
      read = 0;
      await setImmediate();
    }
  };

  return {
    update(editions) {
      const update = updates.then(() => apply(editions));
      updates = update.catch(() => undefined);
      return update;
    },
    search(words) {
      const scores = find(index, words);
      return scores === null ? [] : index.hits(scores);
    },
  };
}

const entryOf = ({ text: { title, digest, body }, article }: Edition): Entry => ({
  ...{ title, digest, body },
  tags: article.content.tags.join('\n'),
});

const isSame = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a?.title === b?.title && a?.digest === b?.digest && a?.tags === b?.tags && a?.body === b?.body;
