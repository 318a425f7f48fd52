import type { Core } from '../compose.js';
import { readSampleArticles } from './sample-articles.js';
import { seedArticles } from './seed-articles.js';

/** Publishes the profile's articles at a sample's first start; their pictures follow while the line already answers. */
export async function seedSample({
  storage,
  articles,
  clock,
  random,
  log,
  profileFolder,
}: Core): Promise<void> {
  const { pictures } = await seedArticles(
    {
      ...{ articles: storage.articles, pictures: storage.pictures, clock, random },
      ...{ renderPicture: articles.renderPicture, pictureId: articles.pictureId },
    },
    readSampleArticles(profileFolder),
  );
  pictures.catch((error: unknown) => {
    log.error('articles.failed', error);
  });
}
