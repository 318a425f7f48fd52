/** What is missing or too long, as it is typed; the server knows more, and says it with every saving. */
import type { ArticleContent, ArticleText } from '../../api/article-types.js';
import type { Lang } from '../../api/common-types.js';
import type { Problem } from '../api/desk-types.js';

export interface TextLimits {
  readonly title: number;
  readonly author: number;
  readonly digest: number;
}

/** Our own limit for English titles; the platform's is for those that go there. */
const longestEnglishTitle = 80;
const langs = ['zh', 'en'] as const;

export const titleLimit = (lang: Lang, limits: TextLimits): number =>
  lang === 'en' ? longestEnglishTitle : limits.title;

/** The language in which an article goes to the Official Account: Chinese, unless there is only English. */
export const platformLang = ({ texts }: Pick<ArticleContent, 'texts'>): Lang =>
  texts.zh === null ? 'en' : 'zh';

type Made = Omit<Problem, 'level' | 'lang'>;

/** The server's problems, those that can be seen here taken from what stands here now. */
export function liveProblems(
  content: ArticleContent,
  limits: TextLimits,
  fromServer: readonly Problem[],
): readonly Problem[] {
  const written = langs.filter((lang) => content.texts[lang] !== null);
  const whole: readonly Problem[] = [
    ...(written.length === 0 ? [stop(null, { field: 'texts', code: 'missing' })] : []),
    ...(written.length === 1 ? [warn(null, { field: 'texts', code: 'not_translated' })] : []),
    ...filled('author', content.author, limits.author).map((made) => stop(null, made)),
    ...(content.cover === null ? [stop(null, { field: 'cover', code: 'missing' })] : []),
    ...(content.sources.some(({ url }) => !isWebAddress(url))
      ? [stop(null, { field: 'sources', code: 'address_wrong' })]
      : []),
  ];
  const each = written.flatMap((lang) => {
    const text = content.texts[lang];
    return text === null ? [] : inText(text, lang, limits);
  });
  const known = fromServer.filter((problem) => !isSeenHere(problem) && isStillThere(problem, content));
  const onPlatform = content.texts[platformLang(content)];
  const long =
    platformLang(content) === 'en' && onPlatform !== null && onPlatform.title.length > limits.title
      ? [warn('en', { field: 'title', code: 'platform_too_long', max: limits.title })]
      : [];
  return [...whole, ...each, ...long, ...known];
}

function inText(
  { title, digest, body, coverAlt }: ArticleText,
  lang: Lang,
  limits: TextLimits,
): readonly Problem[] {
  return [
    ...filled('title', title, titleLimit(lang, limits)),
    ...filled('digest', digest, limits.digest),
    ...filled('body', body, Infinity),
    ...(/!\[\s*\]\(/.test(body) ? [{ field: 'body', code: 'picture_without_words' }] : []),
    ...filled('coverAlt', coverAlt, Infinity),
  ].map((made) => stop(lang, made));
}

/** Counted in UTF-16, as the platform counts. */
function filled(field: string, text: string, max: number): readonly Made[] {
  if (text.trim() === '') return [{ field, code: 'missing' }];
  return text.length > max ? [{ field, code: 'too_long', max }] : [];
}

const isSeenHere = ({ field, code }: Problem): boolean =>
  ['missing', 'not_translated', 'address_wrong', 'picture_without_words', 'platform_too_long'].includes(
    code,
  ) ||
  (code === 'too_long' && field !== 'body');

/** A language or a cover that is gone takes its problems along. */
const isStillThere = ({ lang, field }: Problem, { texts, cover }: ArticleContent): boolean =>
  (lang === null || texts[lang] !== null) && (field !== 'cover' || cover !== null);

export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(text);

const stop = (lang: Lang | null, made: Made): Problem => ({ ...made, level: 'stop', lang });
const warn = (lang: Lang | null, made: Made): Problem => ({ ...made, level: 'warn', lang });
