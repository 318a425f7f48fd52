/** The Official Account as articles see it (domain/articles/platform.ts), over the platform's client. */
import type { ArticlePlatform, PlatformState, Prepared, Submission } from '../../domain/articles/platform.js';
import type { PlatformCopy } from '../../domain/articles/article.js';
import type { Pictures, Renderer, Rendition } from '../../domain/articles/ports.js';
import { isDomainError } from '../../domain/errors.js';
import type { OfficialAccountClient } from '../../wechat/client.js';
import { NoAnswerError, WechatError } from '../../wechat/errors.js';
import { createArticleFigures } from './article-figures.js';

export interface ArticlePlatformParts {
  readonly client: Pick<OfficialAccountClient, 'drafts' | 'publishing' | 'mass' | 'material' | 'datacube'>;
  readonly pictures: Pictures;
  readonly renderer: Renderer;
  /** where an article is read on the web */
  readonly addressOf: (slug: string, lang: 'zh' | 'en') => string;
}

/** Clocks of the platform and of this machine may differ by so many milliseconds. */
const skewMs = 5 * 60_000;

export function createArticlePlatform(parts: ArticlePlatformParts): ArticlePlatform {
  const { client, pictures, renderer, addressOf } = parts;

  /** The pictures of a body, each uploaded: their addresses there by id. */
  async function uploaded(body: string): Promise<ReadonlyMap<string, string>> {
    const addresses = new Map<string, string>();
    for (const id of new Set(renderer.references(body).pictures)) {
      const picture = await pictures.get(id, 'platform');
      if (picture !== null) addresses.set(id, await client.material.addArticlePicture(fileOf(id, picture)));
    }
    return addresses;
  }

  return {
    async prepare({ slug, lang, content }): Promise<Prepared> {
      const text = content.texts[lang];
      const cover = content.cover === null ? null : await pictures.get(content.cover, 'cover');
      if (text === null || content.cover === null || cover === null)
        return { is: 'refused', reason: 'no_cover' };
      try {
        const addresses = await uploaded(text.body);
        const thumbMediaId = await client.material.addThumb(fileOf(content.cover, cover));
        const draftId = await client.drafts.add([
          {
            ...{ title: text.title, author: content.author, digest: text.digest, thumbMediaId },
            content: renderer.platform(text.body, (id) => addresses.get(id) ?? null),
            sourceUrl: addressOf(slug, lang),
          },
        ]);
        return { is: 'ready', draftId };
      } catch (error) {
        const { passing, reason } = judged(error);
        return passing ? { is: 'later', reason } : { is: 'refused', reason };
      }
    },

    async submit(way, draftId, key): Promise<Submission> {
      try {
        if (way.way === 'send') {
          const { msgId, dataId } = await client.mass.sendAll({ draftMediaId: draftId }, way.tag, key);
          // The platform does not say whether an administrator has to confirm; a send to everybody may need it.
          return { is: 'accepted', jobId: msgId, dataId: dataId || null, awaitsAdmin: way.tag === null };
        }
        const { publishId, dataId } = await client.publishing.submit(draftId);
        return { is: 'accepted', jobId: publishId, dataId: dataId || null, awaitsAdmin: false };
      } catch (error) {
        const { passing, reason } = judged(error);
        if (error instanceof NoAnswerError)
          return { is: error.arrived === 'no' ? 'not_sent' : 'lost', reason };
        return passing ? { is: 'lost', reason } : { is: 'refused', reason };
      }
    },

    async look(copy): Promise<PlatformState> {
      if (copy.jobId === null) return { is: 'unknown', reason: 'no_job' };
      try {
        return copy.way.way === 'send' ? await sent(copy.jobId) : await published(copy.jobId);
      } catch (error) {
        return { is: 'unknown', reason: judged(error).reason };
      }
    },

    async find(slug, since) {
      const ours = [addressOf(slug, 'zh'), addressOf(slug, 'en')];
      const latest = await client.publishing.latest();
      const found = latest.find(
        ({ sourceUrl, at }) => ours.includes(sourceUrl) && at * 1_000 >= since - skewMs,
      );
      return found === undefined ? null : { articleId: found.articleId, url: found.url || null };
    },

    async remove(copy: PlatformCopy) {
      try {
        if (copy.way.way === 'send' && copy.jobId !== null) await client.mass.remove(copy.jobId);
        else if (copy.articleId !== null) await client.publishing.remove(copy.articleId, 0);
        else return false;
        return true;
      } catch (error) {
        judged(error);
        return false;
      }
    },

    figures: createArticleFigures(client),
  };

  async function published(publishId: string): Promise<PlatformState> {
    const { status, articleId, urls } = await client.publishing.get(publishId);
    if (status === 'running') return { is: 'running' };
    if (status === 'done') return { is: 'done', articleId, url: urls[0] ?? null };
    return { is: 'refused', reason: `publish_${status}` };
  }

  async function sent(msgId: string): Promise<PlatformState> {
    const status = await client.mass.status(msgId);
    if (status === 'sending') return { is: 'running' };
    if (status === 'sent') return { is: 'done', articleId: null, url: null };
    return { is: 'refused', reason: `send_${status}` };
  }
}

const fileOf = (id: string, { type, bytes }: Rendition) => ({
  name: `${id}.${type === 'image/png' ? 'png' : 'jpg'}`,
  ...{ type, bytes },
});

/** Whether it may be otherwise in a while, and what to call it. @throws what is no answer of the platform */
function judged(error: unknown): { readonly passing: boolean; readonly reason: string } {
  if (error instanceof WechatError)
    return { passing: ['retry', 'wait', 'token'].includes(error.reaction), reason: String(error.code) };
  if (error instanceof NoAnswerError) return { passing: true, reason: 'no_answer' };
  if (isDomainError(error) && error.kind === 'unavailable') return { passing: true, reason: 'storage' };
  throw error;
}
