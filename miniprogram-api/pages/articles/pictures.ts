/** `/a/pictures/:id/:rendition`: a picture never changes under its name. */
import type { Context } from 'koa';
import { renditions, type Pictures } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';

const form = new RegExp(`^/a/pictures/([0-9a-f]{32})/(${renditions.join('|')})$`);

/** Shows the picture that the path names. @throws DomainError picture.unknown */
export function picturePages(pictures: Pick<Pictures, 'get'>): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const [, id = '', name = ''] = form.exec(ctx.path) ?? [];
    const rendition = renditions.find((each) => each === name);
    const picture = rendition === undefined ? null : await pictures.get(id, rendition);
    if (picture === null) throw new DomainError('picture.unknown');
    ctx.set('Content-Type', picture.type);
    ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
    ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
    // feed readers and the mini-program show it too
    ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.body = Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.byteLength);
  };
}
