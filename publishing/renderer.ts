import type { Renderer } from '../domain/articles/ports.js';
import { leaves } from './markdown/document.js';
import { platformDialect, platformFrame } from './markdown/platform-dialect.js';
import { createReadDocument } from './markdown/read-document.js';
import { platformAllowed, sanitize, webAllowed } from './markdown/sanitize.js';
import { webDialect } from './markdown/web-dialect.js';
import { writeHtml } from './markdown/write-html.js';
import { writePlain } from './markdown/write-plain.js';

export interface RendererOptions {
  /**
   * The address on the platform behind a link (`/a/<slug>`, or http and https), for its own articles; null: of the link
   * only the words go there. Without it, addresses of published articles there are kept as they are.
   */
  readonly onPlatform?: (link: string) => string | null;
}

/**
 * Renders articles. Pictures are written `![what it shows](picture:ID "caption")`; those from elsewhere leave the words.
 * No method throws, whatever the text is; of a text beyond reason (markdown/within-reason.ts) the
 * beginning is shown as it stands.
 */
export function createRenderer({ onPlatform = ofThePlatform }: RendererOptions = {}): Renderer {
  const read = createReadDocument();
  return {
    web: (markdown) => sanitize(writeHtml(read(markdown), webDialect), webAllowed),
    platform(markdown, picture) {
      const html = writeHtml(read(markdown), platformDialect({ picture, link: onPlatform }));
      return sanitize(platformFrame(html), platformAllowed);
    },
    plain: (markdown) => writePlain(read(markdown)),
    references(markdown) {
      const found = [...leaves(read(markdown))];
      const links = found.map((leaf) => ('marks' in leaf ? leaf.marks.link : null));
      return {
        pictures: [...new Set(found.flatMap((leaf) => ('id' in leaf ? [leaf.id] : [])))],
        links: [...new Set(links.filter((link) => link !== null))],
      };
    },
  };
}

const ofThePlatform = (link: string): string | null =>
  /^https?:\/\/mp\.weixin\.qq\.com\/s[/?]/.test(link) ? link : null;
