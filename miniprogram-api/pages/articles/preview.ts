/** What a page says about itself to search engines and to whoever shows a link to it. */
import { markup, type Markup } from '../markup.js';
import { langTags, pageLangs, type PageLang } from '../reader-lang.js';

export interface Preview {
  readonly lang: PageLang;
  readonly type: 'article' | 'website';
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
  /** whole address of this page; null: none of its own */
  readonly canonical: string;
  /** whole addresses by the languages that there are, and the one that chooses by itself */
  readonly alternates: Readonly<Partial<Record<PageLang, string>>>;
  readonly chooses: string;
  readonly image: { readonly url: string; readonly alt: string } | null;
}

const locales = { zh: 'zh_CN', en: 'en_GB' } as const;

export function preview(page: Preview): Markup {
  const { lang, image, alternates } = page;
  const links = pageLangs.flatMap((each) => {
    const href = alternates[each];
    return href === undefined
      ? []
      : [markup`<link rel="alternate" hreflang="${langTags[each]}" href="${href}">`];
  });
  return markup`<meta name="description" content="${page.description}">
<link rel="canonical" href="${page.canonical}">
${links}
<link rel="alternate" hreflang="x-default" href="${page.chooses}">
<meta property="og:type" content="${page.type}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${page.canonical}">
<meta property="og:site_name" content="${page.siteName}">
<meta property="og:locale" content="${locales[lang]}">
${image === null ? null : imageOf(image)}
<meta name="twitter:card" content="${image === null ? 'summary' : 'summary_large_image'}">`;
}

function imageOf({ url, alt }: NonNullable<Preview['image']>): Markup {
  return markup`<meta property="og:image" content="${url}">
<meta property="og:image:alt" content="${alt}">`;
}
