/** `/docs`: the API's document as a page to read. Plain HTML, no script, nothing from elsewhere. */
import { createHash } from 'node:crypto';
import type { Middleware } from 'koa';
import { DomainError } from '../../../domain/errors.js';
import type { Json } from '../../openapi/schemas.js';
import { apiPrefix, type Operation } from '../../operation.js';
import { answer, tagged } from '../../tagged.js';
import { Markup, markup } from '../markup.js';
import { langNames, langTags, otherLang, readerLang, type PageLang } from '../reader-lang.js';
import { alwaysRefused } from '../../openapi/document.js';
import { described } from './described.js';
import { fieldList, type Shapes } from './fields.js';
import { rules } from './style.js';
import { words } from './words.js';

export interface DocsPageParts {
  readonly operations: readonly Operation[];
  readonly document: Json;
  /** the design tokens as CSS */
  readonly tokens: string;
  /** what a sample says of itself on every page; null: this is none */
  readonly band: Readonly<Record<PageLang, string>> | null;
}

/** Answers `/docs` and `/api/v1/openapi.json` to GET and HEAD, 405 to other methods, and passes on everything else. */
export function createDocsPage({ operations, document, tokens, band }: DocsPageParts): Middleware {
  const style = `${tokens}${rules}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const page = (lang: PageLang) =>
    tagged(
      'text/html; charset=utf-8',
      render({ lang, operations, document, style, band: band?.[lang] ?? null }).toString(),
    );
  const pages = { zh: page('zh'), en: page('en') };
  const json = tagged('application/json; charset=utf-8', JSON.stringify(document));
  return async (ctx, next) => {
    if (ctx.path !== '/docs' && ctx.path !== `${apiPrefix}/openapi.json`) {
      await next();
      return;
    }
    ctx.state['route'] = ctx.path;
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      throw new DomainError('request.method');
    }
    if (ctx.path === '/docs') ctx.set('Content-Security-Policy', policy);
    answer(ctx, ctx.path === '/docs' ? pages[readerLang(ctx)] : json);
  };
}

interface Shown {
  readonly lang: PageLang;
  readonly operations: readonly Operation[];
  readonly document: Json;
  readonly style: string;
  readonly band: string | null;
}

function render({ lang, operations, document, style, band }: Shown): Markup {
  const { components } = document as { readonly components: { readonly schemas: Shapes } };
  const shapes = components.schemas;
  const says = words[lang];
  const other = otherLang[lang];
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const of = (tag: string) => operations.filter((one) => one.tag === tag);
  return markup`<!doctype html>
<html lang="${langTags[lang]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${says.title}</title>
<style>${new Markup(style)}</style>
<header>
${band === null ? null : markup`<p class="band">${band}</p>`}
<div>
<h1>${says.title}</h1>
<p>${says.about}${says.only}</p>
<ul class="links">
<li><a href="${apiPrefix}/openapi.json">${says.raw}</a></li>
<li><a href="/?lang=${lang}">${says.home}</a></li>
<li><a href="/docs?lang=${other}" lang="${langTags[other]}" hreflang="${langTags[other]}">${langNames[other]}</a></li>
</ul>
</div>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${says.contents}</h2>
<ul class="links">
${tags.map((tag) => markup`<li lang="en"><a href="#tag-${tag}">${tag}</a></li>`)}
<li><a href="#errors">${says.errors}</a></li>
<li><a href="#shapes">${says.shapes}</a></li>
</ul>
</nav>
<main>
${tags.map(
  (tag) => markup`<section lang="en">
<h2 id="tag-${tag}">${tag}</h2>
${of(tag).map((one) => described(lang, one, document))}
</section>`,
)}
${errors(lang, shapes)}
<section>
<h2 id="shapes">${says.shapes}</h2>
${Object.entries(shapes).map(
  ([name, shape]) =>
    markup`<div lang="en"><h3 id="shape-${name}"><code>${name}</code></h3>
${fieldList(shape)}</div>`,
)}
</section>
</main>
</html>
`;
}

function errors(lang: PageLang, { ErrorAnswer: form = {} }: Shapes): Markup {
  const says = words[lang];
  const { code: _all, ...rest } = form.properties ?? {};
  const list = fieldList({ ...form, properties: { code: { type: 'string' }, ...rest } });
  return markup`<section>
<h2 id="errors">${says.errors}</h2>
<p>${says.form}</p>
<div lang="en">${list}</div>
<p>${says.any}</p>
<p><code>${alwaysRefused.join(', ')}</code></p>
</section>`;
}
