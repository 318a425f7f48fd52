/** All published articles, page by page. */
import type { Catalogue, Edition } from '../../../domain/articles/ports.js';
import type { PageLang } from '../reader-lang.js';

/** Newest first, each in the language asked for or the one there is. */
export async function* walk(catalogue: Pick<Catalogue, 'list'>, lang: PageLang): AsyncGenerator<Edition> {
  let after: string | null = null;
  do {
    const page = await catalogue.list(lang, { limit: 50, ...(after === null ? {} : { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== null);
}
