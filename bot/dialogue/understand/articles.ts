/** Which articles a text asks for: one by its number, those of a kind, those that words find, or more of what is read. */
import { fold } from '../../../questions/fold.js';
import type { Asked } from '../asked/asked.js';
import { articleKinds, type ArticleKind } from '../articles.js';
import type { DialogueModel, Lexicon } from '../model.js';
import { isMadeOf } from './clauses.js';
import {
  after,
  isTelling,
  labelIn,
  lexicons,
  lowered,
  says,
  squeeze,
  squeezedWord,
  stripped,
} from './matching.js';
import type { Meaning } from './meaning.js';
import { without } from './numbers.js';
import { isChinese } from './script.js';

/** Letters, or words, that somebody looks for; more is an account that begins like a search. */
const mostLookedFor = { letters: 12, words: 4 };

/** Share of the matcher from which on words are an account. */
const surelyTold = 0.65;

/** An article by its number, and the page of it: "文章12", "article 12 page 2". */
export function articleIn(model: DialogueModel, text: string): Pick<ByNumber, 'which' | 'page'> | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(model))
    for (const word of lexicon.article.map(squeezedWord)) {
      if (!said.startsWith(word)) continue;
      for (const rest of without(said.slice(word.length), lexicon)) {
        const [, digits, page = '1'] = /^(\d{1,6})篇?(?:(?:第|page|p)(\d{1,3})页?)?$/.exec(rest) ?? [];
        const n = digits === undefined ? lexicon.numbers[rest] : Number(digits);
        if (n !== undefined) return { which: n, page: Number(page) };
      }
    }
  return null;
}

type ByNumber = Extract<Meaning, { is: 'article' }>;

/** What a tap under a list or an article carries: `article:12`, `article:12:2`, `article:<slug>`, `articles:more`. */
export function articleTap(tapped: Meaning | null): Meaning | null {
  if (tapped?.is !== 'tap') return null;
  const { words, step, code } = tapped;
  if (step === 'articles') return { is: 'reading', words, way: code === 'more' ? 'more' : 'back' };
  if (step !== 'article') return null;
  const [which = '', page = '1'] = code.split(':');
  return {
    is: 'article',
    words,
    which: /^\d{1,6}$/.test(which) ? Number(which) : which,
    page: Number(page) || 1,
    otherwise: null,
  };
}

/** The kind that a whole message names; `plain` where it can mean nothing else: "看法律", "law articles", not "law". */
export function kindIn(model: DialogueModel, text: string): { kind: ArticleKind; plain: boolean } | null {
  const said = squeeze(text);
  for (const [, { kinds, look, articles }] of lexicons(model))
    for (const core of without(said, { before: look, behind: articles })) {
      const kind = articleKinds.find((one) => kinds[one].some((word) => squeezedWord(word) === core));
      if (kind !== undefined) return { kind, plain: core !== said };
    }
  return null;
}

/** A search: what is looked for, and how surely it is one. */
interface Search {
  readonly words: string;
  /** it stands apart from the word for looking: "搜 种子", not "搜查了" */
  readonly apart: boolean;
  /** articles are named: it can mean nothing else */
  readonly plain: boolean;
}

function searchIn(model: DialogueModel, text: string): Search | null {
  if (isTelling(text, 2 * mostLookedFor.letters, 3 * mostLookedFor.words)) return null;
  const said = text.normalize('NFKC').trim();
  for (const [, lexicon] of lexicons(model)) {
    const found = lookedFor(said, lexicon);
    const words = found === null ? '' : bareWords(found.words, lexicon);
    if (found === null || !/[\p{L}\p{N}]/u.test(words) || isMadeOf(model, words, 'small')) continue;
    if (!isTelling(words, mostLookedFor.letters, mostLookedFor.words)) return { ...found, words };
  }
  return null;
}

function lookedFor(said: string, lexicon: Lexicon): Search | null {
  const head = fold(said).toLowerCase();
  const named = (word: string): boolean => lexicon.articles.some((name) => word.includes(name));
  for (const word of longestFirst([...lexicon.search, ...lexicon.article])) {
    const words = head.startsWith(lowered(word)) ? after(said, word) : null;
    if (words === null) continue;
    const apart = /^[\p{P}\p{Z}]/u.test(words);
    // A word of one letter begins many others, and what follows "文章" may be said of it.
    if (apart || (word.length > 1 && lexicon.search.includes(word)))
      return { words, apart, plain: apart && named(word) };
  }
  // "有没有关于种子的文章"
  const closed = lexicon.articles.some((word) => squeeze(said).endsWith(squeezedWord(word)));
  const words = closed ? stripped(said, lexicon.look) : '';
  const about = lexicon.about.some((word) => after(words, word) !== null);
  return about ? { words, apart: true, plain: true } : null;
}

/** Without "about" before it and "articles" behind. */
function bareWords(words: string, { about, articles }: Lexicon): string {
  const bare = stripped(words, about).replace(/[\p{P}\p{Z}]+$/u, '');
  const ends = (word: string): boolean =>
    bare.toLowerCase().endsWith(word) &&
    (isChinese(word) || /[\p{P}\p{Z}]$/u.test(bare.slice(0, -word.length)));
  const tail = longestFirst(articles).find(ends);
  return tail === undefined ? bare : bare.slice(0, -tail.length).replace(/[\p{P}\p{Z}]+$/u, '');
}

const longestFirst = (words: readonly string[]): readonly string[] =>
  [...words].sort((a, b) => b.length - a.length);

/** Whether all that is written where this is asked is told: then only taps and whole commands lead to articles. */
const takesAll = ({ question, follow }: Asked): boolean => question?.kind === 'story' || follow === 'add';

/** Whether any words answer what is asked. */
const takesWords = ({ question }: Asked): boolean =>
  ['moment', 'place', 'person', 'contact'].includes(question?.kind ?? '');

/** More of what was just shown, or the list it came from; null where that is not said, or nothing was shown. */
export function readingIn(model: DialogueModel, asked: Asked, words: string): Meaning | null {
  if (asked.reading === null || takesAll(asked)) return null;
  const at = labelIn(model, words, ['learn.more', 'learn.back']);
  return at === null ? null : { is: 'reading', words, way: at === 0 ? 'more' : 'back' };
}

/** What is wanted of the articles by words that may also mean something else; where an answer fits, it comes before. */
export function articlesIn(model: DialogueModel, asked: Asked, words: string): Meaning | null {
  const reading = readingIn(model, asked, words);
  if (reading !== null) return reading;
  // Where any words are an answer, these are one, unless the articles were just shown.
  const free = !takesAll(asked) && (!takesWords(asked) || asked.reading !== null);
  const kind = free ? kindIn(model, words) : null;
  if (kind !== null) return { is: 'articles', words, kind: kind.kind, search: null };
  if (free && says(model, words, (l) => l.search)) return { is: 'articles', words, kind: null, search: null };
  const search = searchIn(model, words);
  if (search === null || !mayLook(asked, search, free) || tells(model, words, search)) return null;
  const named = kindIn(model, search.words)?.kind ?? null;
  return { is: 'articles', words, kind: named, search: named === null ? search.words : null };
}

/** Whether words that begin like a search tell something: "搜我房间的人", "search warrant forged by my boss". */
function tells(model: DialogueModel, words: string, { apart, plain }: Search): boolean {
  const sure = plain || (apart && isChinese(words));
  if (sure || !isTelling(words, 4, 3)) return false;
  const [first] = model.intents.read(words).ranking;
  return first?.intent === 'report-told' && first.share >= surelyTold;
}

function mayLook(asked: Asked, { apart, plain }: Search, free: boolean): boolean {
  if (asked.place === 'nothing') return true;
  if (asked.follow === 'add') return false;
  return asked.question?.kind === 'story' ? plain && asked.reading !== null : plain || (apart && free);
}

/** Whether somebody looks for something right after articles were shown: that is no answer, whatever it names. */
export const looksOn = ({ reading }: Asked, meaning: Meaning): boolean =>
  reading !== null && meaning.is === 'articles' && meaning.search !== null;
