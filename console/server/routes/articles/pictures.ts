/** Pictures of articles, and how a text will look. */
import { renditions } from '../../../../domain/articles/ports.js';
import { DomainError } from '../../../../domain/errors.js';
import { endpoint } from '../../../../http/endpoint.js';
import { readBytes } from '../../../../http/read-body.js';
import { meOf } from '../../middleware/session.js';
import { partOf, type RouteTable } from '../route.js';
import type { ArticleParts } from './article-parts.js';
import { PreviewBody } from './articles.dto.js';

const largestPicture = 20 * 1024 * 1024;
const largestBody = 2 * 1024 * 1024;

export function pictureRoutes({ pictures, uploadPicture, renderer }: ArticleParts): RouteTable {
  return [
    {
      ...{ method: 'POST', path: '/api/pictures', act: 'articles.write' },
      async handle(ctx) {
        if (ctx.is('image/*') === false) throw new DomainError('picture.not_one');
        const bytes = await readBytes(ctx, largestPicture).catch((error: unknown) => {
          throw error instanceof DomainError && error.code === 'request.too_large'
            ? new DomainError('picture.too_large')
            : error;
        });
        ctx.status = 201;
        ctx.body = await uploadPicture(meOf(ctx).id, bytes);
      },
    },
    {
      ...{ method: 'GET', path: '/api/pictures/:id/:rendition', act: 'articles.read' },
      async handle(ctx) {
        const name = renditions.find((one) => one === partOf(ctx, 'rendition'));
        const picture = name === undefined ? null : await pictures.get(partOf(ctx, 'id'), name);
        if (picture === null) throw new DomainError('picture.unknown');
        ctx.type = picture.type;
        // its id is made of its bytes: under this address it is never another one
        ctx.set('Cache-Control', 'private, max-age=31536000, immutable');
        ctx.body = Buffer.from(picture.bytes);
      },
    },
    {
      ...{ method: 'POST', path: '/api/preview', act: 'articles.read' },
      quiet: () => true,
      handle: endpoint(
        PreviewBody,
        ({ body }, ctx) => {
          const address = (id: string): string => `/api/pictures/${id}/web`;
          ctx.body = {
            ...{ web: renderer.web(body), platform: renderer.platform(body, address) },
            plain: renderer.plain(body),
          };
        },
        largestBody,
      ),
    },
  ];
}
