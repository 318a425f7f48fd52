/** Proves that articles fit into a message at their longest, and that their kinds are named by words of their own. */
import { articleKinds, type ArticleKind, type ArticlePage, type ListQuery } from '../dialogue/articles.js';
import { listLines, pageLines, type Where } from '../dialogue/decide/article-lines.js';
import type { Lexicon } from '../dialogue/model.js';
import { categoryQuestion } from '../dialogue/poster-tap.js';
import type { Choice, Command, Lang, Reply, Say } from '../dialogue/types.js';
import { squeeze } from '../dialogue/understand/matching.js';
import type { Profile } from './profile.js';
import { mostListed } from './read-articles.js';
import { textTable } from './text-table.js';
import { bytesOf, createTexts, mostBytes } from './texts.js';

/** Bytes of an address that an article may have. */
const linkBytes = 200;

const filled = (bytes: number): string => '字'.repeat(bytes / 3) + 'x'.repeat(bytes % 3);
const { title: titleBytes } = textTable['learn.item'];
const line = { number: 999_999, title: filled(titleBytes), foreign: true };

/** What is too long, in words; none when all fits. */
export function checkArticles(profile: Profile, lang: Lang): readonly string[] {
  const texts = createTexts(profile);
  const shown = (say: readonly Say[], around: Partial<Reply>): string =>
    texts.render({ lang, say, choices: [], offer: [], secret: false, ...around });
  const fits = ({ say, offer = [], before = [], choices = [] }: Sample): boolean => {
    const all = [...before, ...say];
    const text = shown(all, { offer, choices });
    const taps = say.filter(({ tap, href }) => tap !== undefined || href !== undefined).length + offer.length;
    const lasts = all.every((one) => text.includes(texts.line(one, lang)));
    // News of files and the choices of a thread may cost the taps, never a word.
    const whole = before.length + choices.length > 0 || (text.match(/<a /g)?.length ?? 0) === taps;
    return bytesOf(text) <= mostBytes && lasts && whole;
  };
  const wrong = samples(profile, lang).filter((sample) => !fits(sample));
  return [...new Set(wrong.map(({ what }) => `${what} can be too long for one message`))];
}

interface Sample {
  readonly what: string;
  readonly say: readonly Say[];
  readonly offer?: Reply['offer'];
  /** said before it */
  readonly before?: readonly Say[];
  readonly choices?: readonly Choice[];
}

const news: readonly Say[] = [
  { text: 'file.saved', with: { n: '99', m: '99' } },
  { text: 'file.failed', with: { k: '99' } },
];
const choice = (text: string): Choice => ({ say: { text }, tap: `follow-menu:${text}` });
const ofThread = ['thread.add', 'thread.withdraw', 'thread.more', 'thread.leave'].map(choice);

/** The longest lists and pages there can be: alone, beside a report, beside a report with news, beside a thread. */
function samples(profile: Profile, lang: Lang): readonly Sample[] {
  const offer = ['continue', 'help'] as const;
  const around = (
    what: string,
    lines: (where: Where, similar: boolean) => readonly Say[],
  ): readonly Sample[] => [
    { what, say: lines('free', true) },
    ...(['free', 'story'] as const).flatMap((where) => [
      { what, offer, say: lines(where, false) },
      { what, offer, say: lines(where, false), before: news },
    ]),
    ...(['free', 'add'] as const).map((where) => ({ what, say: lines(where, true), choices: ofThread })),
  ];
  return [
    ...lists(lang).flatMap((query) =>
      around('a list of articles', (where) => listLines(query, { items, next: 'x' }, where)),
    ),
    ...pages(profile).flatMap((page) =>
      around('a page of an article', (where, similar) => pageLines(page, where, similar)),
    ),
  ];
}

const items = Array.from({ length: mostListed }, () => line);
const lists = (lang: Lang): readonly ListQuery[] => [
  { get: 'articles', lang },
  { get: 'articles', lang, words: 'x' },
  { get: 'articles', lang, kind: 'figures' },
];

/** The first, the last, one between, and an article of one page. */
function pages(profile: Profile): readonly ArticlePage[] {
  const [graph = { questions: [] }] = profile.graphs;
  const codes = categoryQuestion(graph)?.choices ?? [];
  const page = {
    ...line,
    pages: 999,
    body: filled(textTable['learn.body'].body),
    link: `https://${'x'.repeat(linkBytes - 8)}`,
    category: codes.reduce((most, code) => (code.length > most.length ? code : most), ''),
  };
  return [...[1, 998, 999].map((at) => ({ ...page, page: at })), { ...page, page: 1, pages: 1 }];
}

/** What is wrong with the words for the kinds, in words: each has one, and no word means two kinds or another command. */
export function checkKinds({ kinds, commands }: Lexicon): readonly string[] {
  const taken = new Map<string, ArticleKind | Command>(
    (Object.entries(commands) as [Command, readonly string[]][])
      .filter(([command]) => command !== 'learn')
      .flatMap(([command, words]) => words.map((word) => [squeeze(word), command] as const)),
  );
  return articleKinds.flatMap((kind) => {
    const found = kinds[kind].length === 0 ? [`${kind} has no word`] : [];
    for (const word of kinds[kind]) {
      const other = taken.get(squeeze(word));
      if (other !== undefined && other !== kind) found.push(`${word} means ${other} and ${kind}`);
      taken.set(squeeze(word), kind);
    }
    return found;
  });
}
