/** What an article lacks, and what the platform would refuse: said while it is written, not after it was sent. */
import { utf8 } from '../bytes.js';
import { articleLangs, type ArticleLang, type ArticleText, type Content } from './article.js';
import type { Renderer } from './ports.js';

export interface Problem {
  /** `stop`: it cannot be sent for review like this · `warn`: it can, and somebody should know */
  readonly level: 'stop' | 'warn';
  /** null: of the article as a whole */
  readonly lang: ArticleLang | null;
  readonly field:
    'title' | 'digest' | 'body' | 'author' | 'cover' | 'coverAlt' | 'sources' | 'tags' | 'texts';
  readonly code:
    | 'missing'
    | 'too_long'
    | 'platform_too_long'
    | 'too_many_bytes'
    | 'picture_without_words'
    | 'picture_unknown'
    | 'link_dropped'
    | 'not_translated'
    | 'address_wrong';
  /** the most there may be, in characters or bytes */
  readonly max?: number;
}

/** In characters, counted as the platform counts; `contentBytes` in bytes of UTF-8. `enTitle` is our own limit. */
export const articleLimits = {
  title: 32,
  enTitle: 80,
  author: 16,
  digest: 128,
  content: 20_000,
  contentBytes: 1_000_000,
  tags: 10,
  tag: 20,
  sources: 20,
  source: 200,
} as const;

/** The language in which an article goes to the Official Account: Chinese, unless there is only English. */
export const platformLang = ({ texts }: Pick<Content, 'texts'>): ArticleLang =>
  texts.zh === null ? 'en' : 'zh';

/** @param hasPicture whether a picture of this id is kept */
export function checkArticle(
  content: Content,
  renderer: Renderer,
  hasPicture: (id: string) => boolean,
): readonly Problem[] {
  const written = articleLangs.filter((lang) => content.texts[lang] !== null);
  const whole: Problem[] = [
    ...(written.length === 0 ? [stop(null, 'texts', 'missing')] : []),
    ...(written.length === 1 ? [warn(null, 'texts', 'not_translated')] : []),
    ...filled(null, 'author', content.author, articleLimits.author),
    ...(content.cover === null ? [stop(null, 'cover', 'missing')] : []),
    ...(content.cover !== null && !hasPicture(content.cover) ? [stop(null, 'cover', 'picture_unknown')] : []),
    ...(content.sources.some(({ url }) => !isWebAddress(url))
      ? [stop(null, 'sources', 'address_wrong')]
      : []),
  ];
  const each = written.flatMap((lang) => {
    const text = content.texts[lang];
    return text === null
      ? []
      : checkText(text, lang, { renderer, hasPicture, onPlatform: lang === platformLang(content) });
  });
  return [...whole, ...each];
}

interface Checking {
  readonly renderer: Renderer;
  readonly hasPicture: (id: string) => boolean;
  readonly onPlatform: boolean;
}

function checkText(text: ArticleText, lang: ArticleLang, checking: Checking): readonly Problem[] {
  const { title, digest, body, coverAlt } = text;
  const longest = lang === 'en' ? articleLimits.enTitle : articleLimits.title;
  const { pictures, links } = checking.renderer.references(body);
  return [
    ...filled(lang, 'title', title, longest),
    ...filled(lang, 'digest', digest, articleLimits.digest),
    ...filled(lang, 'body', body),
    ...filled(lang, 'coverAlt', coverAlt),
    ...(pictures.some((id) => !checking.hasPicture(id)) ? [stop(lang, 'body', 'picture_unknown')] : []),
    ...(/!\[\s*\]\(/.test(body) ? [stop(lang, 'body', 'picture_without_words')] : []),
    ...(checking.onPlatform ? checkPlatform(text, lang, links, checking.renderer) : []),
  ];
}

/** What its copy on the Official Account would be refused for. */
function checkPlatform(
  { title, body }: ArticleText,
  lang: ArticleLang,
  links: readonly string[],
  renderer: Renderer,
): readonly Problem[] {
  const html = renderer.platform(body, () => 'https://mmbiz.qpic.cn/mmbiz_png/0000000000000000/0');
  const { title: longest, content, contentBytes } = articleLimits;
  return [
    ...(lang === 'en' && title.length > longest ? [warn(lang, 'title', 'platform_too_long', longest)] : []),
    ...(html.length >= content ? [stop(lang, 'body', 'too_long', content)] : []),
    ...(utf8(html).length > contentBytes ? [stop(lang, 'body', 'too_many_bytes', contentBytes)] : []),
    ...(links.length > 0 ? [warn(lang, 'body', 'link_dropped')] : []),
  ];
}

/** Something stands in it, and not too much. */
function filled(
  lang: ArticleLang | null,
  field: Problem['field'],
  text: string,
  max = Infinity,
): readonly Problem[] {
  if (text.trim() === '') return [stop(lang, field, 'missing')];
  return text.length > max ? [stop(lang, field, 'too_long', max)] : [];
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(text);
}

const stop = (
  lang: ArticleLang | null,
  field: Problem['field'],
  code: Problem['code'],
  max?: number,
): Problem => ({ level: 'stop', lang, field, code, ...(max === undefined ? {} : { max }) });

const warn = (
  lang: ArticleLang | null,
  field: Problem['field'],
  code: Problem['code'],
  max?: number,
): Problem => ({ ...stop(lang, field, code, max), level: 'warn' });
