import type { Core } from '../compose.js';
import { Refusal } from '../exit.js';
import { describeMistake } from '../profile.js';
import { readSampleArticles } from './sample-articles.js';
import { seedArticles } from './seed-articles.js';

/**
 * Publishes the profile's articles where a sample has none. Answers when the texts stand; `makePictures` makes the
 * pictures that are missing, while the line already answers, and never rejects.
 */
export async function seedSample(core: Core): Promise<{ readonly makePictures: () => Promise<void> }> {
  const { storage, articles, clock, random, log, profileFolder } = core;
  const { samples, mistakes } = readSampleArticles(profileFolder);
  const [mistake] = mistakes;
  if (mistake !== undefined)
    throw new Refusal(describeMistake(mistake), 'Correct the article of the profile.');
  const { pictures } = await seedArticles(
    {
      ...{ articles: storage.articles, pictures: storage.pictures, clock, random },
      ...{ renderPicture: articles.renderPicture, pictureId: articles.pictureId },
    },
    samples,
  );
  return {
    makePictures: () =>
      pictures().catch((error: unknown) => {
        log.error('articles.failed', error);
      }),
  };
}
