/** Words with `{placeholders}`, filled for one day; and what somebody wrote over filled words turned back into a template. */
import { valuesFor } from '../calendar/day-values.js';
import { checkTemplate, fillTemplate, placeholdersIn } from '../calendar/template.js';
import { noticeLangs, type InLangs, type NoticeLang, type NoticeText } from './notice.js';

/** The day that words are filled for, the one by whose year it is counted, and the year that counts as the first. */
export interface WordsDay {
  readonly on: string;
  readonly nominal: string;
  readonly since: number | null;
}

const inLangs = <T>(make: (lang: NoticeLang) => T): InLangs<T> => ({ zh: make('zh'), en: make('en') });

/** The words filled. What is no placeholder of ours stays as it stands. */
export function filled(templates: InLangs<NoticeText>, day: WordsDay): InLangs<NoticeText> {
  return inLangs((lang) => {
    const values = valuesFor(day.on, day.since, lang, day.nominal);
    const { title, body } = templates[lang];
    return { title: fillTemplate(title, values), body: fillTemplate(body, values) };
  });
}

/** What a notice is called on one of its days. */
export function nameOn(name: InLangs<string>, day: WordsDay): InLangs<string> {
  return inLangs((lang) => fillTemplate(name[lang], valuesFor(day.on, day.since, lang, day.nominal)));
}

/** Whether something in the words would not be filled on that day: a name that has no value, a single brace. */
export function isUnfilled(words: string, day: WordsDay, lang: NoticeLang): boolean {
  const known = Object.keys(valuesFor(day.on, day.since, lang, day.nominal));
  return checkTemplate(words, known).length > 0;
}

/**
 * What an editor wrote, as a template. Where the words had placeholders, the values that stood in their place are
 * placeholders again, so that next year's have next year's numbers; what the editor wrote as a placeholder is one.
 */
export function templatesOf(
  written: InLangs<NoticeText>,
  before: InLangs<NoticeText>,
  day: WordsDay,
): InLangs<NoticeText> {
  return inLangs((lang) => {
    const values = valuesFor(day.on, day.since, lang, day.nominal);
    const had = new Set(placeholdersIn(`${before[lang].title}\n${before[lang].body}`));
    const known = [...had]
      .flatMap((name) => (Object.hasOwn(values, name) ? [{ name, value: values[name] ?? '' }] : []))
      // the longest first: a date before the year that is in it
      .toSorted((one, other) => other.value.length - one.value.length);
    const opened = (text: string): string =>
      known.reduce((words, { name, value }) => reopened(words, name, value), text);
    return { title: opened(written[lang].title), body: opened(written[lang].body) };
  });
}

/** Signs that make of a value a part of something longer: `11` in `2011` or `11:30`, `one` in `everyone`. */
const joined = /[\p{Script=Latin}\p{Nd}:.]/u;

/** The text with a value turned into its placeholder, wherever it stands alone and not inside another placeholder. */
function reopened(text: string, name: string, value: string): string {
  if (value === '') return text;
  const [first = '', last = ''] = [value.at(0), value.at(-1)];
  const standsAlone = (at: number): boolean => {
    const before = text[at - 1] ?? '';
    const after = text.slice(at + value.length, at + value.length + 2);
    const ahead = joined.test(first) && joined.test(before);
    // a full stop at the end of a sentence joins nothing
    const behind =
      joined.test(last) && (/^[\p{Script=Latin}\p{Nd}]/u.test(after) || /^[:.]\p{Nd}/u.test(after));
    return !ahead && !behind && !insidePlaceholder(text, at);
  };
  let opened = '';
  let from = 0;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    if (!standsAlone(at)) continue;
    opened += `${text.slice(from, at)}{${name}}`;
    from = at + value.length;
  }
  return opened + text.slice(from);
}

function insidePlaceholder(text: string, at: number): boolean {
  const open = text.lastIndexOf('{', at);
  return open >= 0 && text.indexOf('}', open) >= at;
}

export const sameWords = (one: InLangs<NoticeText>, other: InLangs<NoticeText>): boolean =>
  noticeLangs.every((lang) => one[lang].title === other[lang].title && one[lang].body === other[lang].body);
