/** A sample installation has something to read from its first start on. */
import { readFileSync } from 'node:fs';
import type { Article, Content } from '../../domain/articles/article.js';
import type { Articles, Pictures, RenderPicture } from '../../domain/articles/ports.js';
import { hex } from '../../domain/bytes.js';
import type { Clock, Random } from '../../domain/ports.js';
import { withPictures, type SampleArticle } from './sample-articles.js';

export interface SeedPorts {
  readonly articles: Articles;
  readonly pictures: Pictures;
  readonly renderPicture: RenderPicture;
  readonly pictureId: (bytes: Uint8Array) => string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Who stands for the line itself where a member of staff is named. */
const line = 'line';

/**
 * Publishes the profile's articles where there is none at all, the oldest first. Answers when the texts stand. Making
 * their pictures takes some seconds and is left to whoever serves pages: `pictures` makes those that are missing, also
 * what an earlier start did not come to.
 */
export async function seedArticles(
  ports: SeedPorts,
  samples: readonly SampleArticle[],
): Promise<{ readonly pictures: () => Promise<void> }> {
  const { articles } = ports;
  const empty = (await articles.list({}, { after: null, limit: 1 })).items.length === 0;
  const files = new Map<string, Uint8Array>();
  for (const sample of samples) {
    if (!empty && (await articles.bySlug(sample.slug)) === null) continue;
    const ids = new Map<string, string>();
    for (const [name, path] of sample.pictures) {
      const bytes = readFileSync(path);
      const id = ports.pictureId(bytes);
      ids.set(name, id);
      files.set(id, bytes);
    }
    if (empty) await articles.insert(await published(ports, sample, withPictures(sample.content, ids)));
  }
  return { pictures: () => render(ports, files) };
}

async function published(
  { articles, clock, random }: SeedPorts,
  { slug, published: day }: SampleArticle,
  content: Content,
): Promise<Article> {
  const at = Math.min(Date.parse(`${day}T02:00:00Z`), clock.now());
  return {
    ...{ id: hex(random(16)), slug, revision: 1, basis: 1, state: 'published', content },
    ...{ createdBy: line, editedBy: line, submittedBy: null, approvedBy: null },
    ...{ createdAt: at, editedAt: at, stateAt: at, plan: null, platform: null, comments: [] },
    live: { content, number: await articles.nextNumber(), firstAt: at, at },
    events: [{ at, by: null, what: 'seed', detail: null }],
  };
}

async function render(
  { pictures, renderPicture, clock }: SeedPorts,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const [id, bytes] of files)
    if (!(await pictures.has(id)))
      await pictures.add({
        id,
        uploadedBy: line,
        day: clock.today(),
        renditions: await renderPicture(bytes),
      });
}
