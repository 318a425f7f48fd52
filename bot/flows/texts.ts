/** From a reply's text ids to the message a person reads: one language, at most 2,048 bytes, at most four taps beside those of its lines. */
import { dayNumber, weekday } from '../../questions/day.js';
import type { Choice, Command, Lang, Reply, Say } from '../dialogue/types.js';
import type { Profile } from './profile.js';
import type { TextId } from './text-table.js';

/** The platform's limit for a text, in bytes of UTF-8 (reference: "text, passive and custom"). */
export const mostBytes = 2_048;
const mostTaps = 4;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const enDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const enMonths =
  'January February March April May June July August September October November December'.split(' ');

/** A day written out: "2027年4月15日 星期四", "Thursday 15 April 2027"; what is no day stays as it is. */
export function writtenDay(day: string, lang: Lang): string {
  try {
    dayNumber(day);
  } catch {
    return day;
  }
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (lang === 'zh')
    return `${String(year)}年${String(month)}月${String(date)}日 星期${'一二三四五六日'.charAt(weekday(day) - 1)}`;
  return `${enDays[weekday(day) - 1] ?? ''} ${String(date)} ${enMonths[month - 1] ?? ''} ${String(year)}`;
}

function writtenSpan(span: string, lang: Lang): string {
  const [from = '', to] = span.split('/');
  if (to === undefined || to === from) return writtenDay(from, lang);
  return `${writtenDay(from, lang)} – ${writtenDay(to, lang)}`;
}

export interface Texts {
  /** The message for a reply. */
  render(reply: Reply): string;
  /** One text with its placeholders filled. */
  line(say: Say, lang: Lang): string;
  /** Bytes of these texts, each on lines of its own. */
  measure(say: readonly Say[], lang: Lang): number;
  /** A single text by its id, compile-checked. */
  say(id: TextId, lang: Lang, given?: Readonly<Record<string, string>>): string;
  has(id: string): boolean;
}

export function createTexts(profile: Profile): Texts {
  const find = (id: string, lang: Lang): string => profile.texts[lang].get(id) ?? '';
  const line = (say: Say, lang: Lang): string => fill(find(say.text, lang), say, lang, find);
  const word = (command: Command, lang: Lang): string =>
    profile.lexicon[lang].commands[command][0] ?? command;
  const shown = (say: Say, lang: Lang, taps: boolean): string => {
    const text = line(say, lang);
    if (say.href !== undefined) return `<a href="${say.href}">${text}</a>`;
    if (!taps || say.tap === undefined) return text;
    const { carries, sends } = say.tap;
    return link(text, carries, typeof sends === 'string' ? word(sends, lang) : line(sends, lang));
  };
  const body = (say: readonly Say[], lang: Lang, taps: boolean): string =>
    say
      .map((one, at) => (at > 0 && apart.has(one.text) ? '\n' : '') + shown(one, lang, taps))
      .filter((text) => text.trim() !== '')
      .join('\n');
  return {
    line,
    measure: (say, lang) => bytesOf(body(say, lang, false)),
    say: (id, lang, given = {}) => line({ text: id, with: given }, lang),
    has: (id) => profile.langs.every((lang) => profile.texts[lang].has(id)),
    render(reply) {
      const { lang } = reply;
      const labels = reply.choices.map((choice) => line(choice.say, lang));
      const words = reply.offer.map((command) => ({ command, word: word(command, lang) }));
      // Taps are a convenience and go first when a message is long; the words never do.
      const tapped = reply.choices.length <= mostTaps;
      const spare = tapped ? mostTaps - reply.choices.length : mostTaps;
      for (const taps of [
        { lines: true, choices: tapped, words: spare },
        { lines: true, choices: tapped, words: 0 },
        { lines: true, choices: false, words: 0 },
        { lines: false, choices: false, words: 0 },
      ]) {
        const text = body(reply.say, lang, taps.lines);
        const whole = [text, choiceLines(reply.choices, labels, taps.choices), wordLine(words, taps.words)]
          .filter((part) => part !== '')
          .join('\n');
        if (bytesOf(whole) <= mostBytes) return whole;
      }
      const choices = choiceLines(reply.choices, labels, false);
      const text = body(reply.say, lang, false);
      return [cut(text, mostBytes - bytesOf(choices) - 1), choices].filter((part) => part !== '').join('\n');
    },
  };
}

/** Texts that open a new block. */
const apart = new Set([
  ...['q.head', 'summary.head', 'receipt.ask', 'thread.ask', 'faq.back', 'story.question'],
  ...['learn.how', 'learn.how_story', 'learn.how_add', 'learn.next', 'learn.next_page', 'learn.whole'],
]);

function choiceLines(choices: readonly Choice[], labels: readonly string[], taps: boolean): string {
  return choices
    .map(({ tap }, at) => `${String(at + 1)} ${taps ? link(labels[at] ?? '', tap) : (labels[at] ?? '')}`)
    .join('\n');
}

/** The repair words offered: as taps as far as they reach, none without. */
function wordLine(words: readonly { command: Command; word: string }[], taps: number): string {
  return words
    .slice(0, taps)
    .map(({ command, word }) => link(word, `word:${command}`))
    .join(' · ');
}

/** A link that sends its label, or other words, as a message, with an id that comes back beside it (protocol reference, 10.3). */
function link(label: string, tap: string, sends = label): string {
  const words = encodeURIComponent(sends);
  return `<a href="weixin://bizmsgmenu?msgmenucontent=${words}&msgmenuid=${encodeURIComponent(tap)}">${label}</a>`;
}

function fill(text: string, say: Say, lang: Lang, find: (id: string, lang: Lang) => string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const given = say.with?.[name];
    if (given !== undefined) return plain(given);
    const ids = say.ids?.[name];
    if (ids !== undefined) return ids.map((id) => find(id, lang)).join(lang === 'zh' ? '、' : ', ');
    const days = say.days?.[name];
    return days === undefined ? whole : writtenSpan(days, lang);
  });
}

/** A person's words shown back never become a link or a tag. */
const plain = (words: string): string => words.replaceAll('<', '＜');

/** Cuts on a code point. */
function cut(text: string, bytes: number): string {
  let left = bytes - 3;
  let out = '';
  for (const point of text) {
    left -= bytesOf(point);
    if (left < 0) return `${out}…`;
    out += point;
  }
  return out;
}
