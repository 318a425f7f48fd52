/** The blocks `calendar` and `days` of a profile: whose holidays the line keeps, and the days that it tells about. */
import type { Nth, DayRule, MovedRule } from '../../domain/calendar/day-rule.js';
import { ruleProblems } from '../../domain/calendar/day-rule.js';
import { dayPlaceholders } from '../../domain/calendar/day-values.js';
import { announcedProblems, holidayYearOf, type Announced } from '../../domain/calendar/entered-year.js';
import { sinceOf, type PublicDay } from '../../domain/calendar/public-days.js';
import { checkTemplate } from '../../domain/calendar/template.js';
import type { ProfileCalendar } from './profile.js';
import type { Path, Shape } from './shape.js';
import { isFields, type YamlFile } from './yaml-file.js';

/** Whose holidays the line keeps; without the block, China's. */
export function calendarOf(file: YamlFile, shape: Shape): ProfileCalendar {
  const whose = shape.at(file, ['calendar', 'holidays']) ?? 'china';
  if (whose !== 'china' && whose !== 'own')
    shape.mistake(file, ['calendar', 'holidays'], 'must be china or own');
  const years = itemsAt(file, ['calendar', 'years'], shape).flatMap((path) => {
    const announced = announcedAt(file, path, shape);
    for (const { field, what } of announcedProblems(announced))
      shape.mistake(
        file,
        [...path, ...field.split('.').map(asKey)],
        `is wrong: ${what.replaceAll('_', ' ')}`,
      );
    return holidayYearOf(announced, 'profile') ?? [];
  });
  if (new Set(years.map(({ year }) => year)).size < years.length)
    shape.mistake(file, ['calendar', 'years'], 'has a year twice');
  return { china: whose === 'china', years };
}

const asKey = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

function announcedAt(file: YamlFile, path: Path, shape: Shape): Announced {
  return {
    year: shape.count(file, [...path, 'year']),
    off: itemsAt(file, [...path, 'off'], shape).map((at) => ({
      from: shape.text(file, [...at, 'from']),
      to: shape.text(file, [...at, 'to']),
      name: shape.at(file, [...at, 'name']) === undefined ? null : shape.inLangs(file, [...at, 'name']),
    })),
    worked: shape.list(file, [...path, 'worked']),
  };
}

/** The days that the line tells about. */
export function publicDaysOf(file: YamlFile, shape: Shape): readonly PublicDay[] {
  const seen = new Set<string>();
  return itemsAt(file, ['days'], shape).flatMap((path) => {
    const id = shape.text(file, [...path, 'id']);
    if (seen.has(id) || !/^[a-z0-9-]{1,60}$/.test(id))
      shape.mistake(file, [...path, 'id'], 'must be a word of its own: small letters, digits, hyphens');
    seen.add(id);
    const name = shape.inLangs(file, [...path, 'name']);
    const rule = movedRuleOf(file, path, shape);
    if (rule === null) return [];
    const known = dayPlaceholders(sinceOf(rule) !== null);
    for (const lang of ['zh', 'en'] as const)
      for (const { text } of checkTemplate(name[lang], known))
        shape.mistake(file, [...path, 'name', lang], `has ${text}, which nothing fills`);
    return [{ id, name, rule }];
  });
}

/** A rule as a profile writes it, at this path; null, with the mistake named, if it is none. */
export function movedRuleOf(file: YamlFile, path: Path, shape: Shape): MovedRule | null {
  const fields = shape.fields(file, path);
  const { moved } = fields;
  const rule = ruleOf(fields);
  if (rule === null) {
    shape.mistake(file, path, 'must say when it is: one of on, anniversaryOf, lunar, weekday');
    return null;
  }
  if (moved !== undefined && moved !== 'before' && moved !== 'after') {
    shape.mistake(file, [...path, 'moved'], 'must be before or after');
    return null;
  }
  const made: MovedRule = { rule, ...(moved === undefined ? {} : { moved }) };
  const wrong = ruleProblems(made);
  if (wrong.length === 0) return made;
  shape.mistake(file, path, `names no day: ${wrong.join(', ')}`);
  return null;
}

type Fields = Readonly<Record<string, unknown>>;

/** `on: '04-15'` · `on: 2024-01-05` · `anniversaryOf: 2021-04-26` · `lunar: '08-15'`, `'12-last'` · `weekday: {…}` */
function ruleOf(fields: Fields): DayRule | null {
  const ways = ['on', 'anniversaryOf', 'lunar', 'weekday'].filter((way) => fields[way] !== undefined);
  if (ways.length !== 1) return null;
  const { on, anniversaryOf, lunar, weekday, since, leap } = fields;
  const counted = since === undefined ? {} : { since: Number(since) };
  const inLeapYears = leap === 'skip' ? ({ leap } as const) : {};
  const [whole, yearly] = [/^\d{4}-\d\d-\d\d$/, /^(\d\d)-(\d\d|last)$/];
  if (typeof on === 'string' && whole.test(on)) return { kind: 'once', on };
  const [, month = '', day = ''] = yearly.exec(String(on ?? lunar)) ?? [];
  if (typeof on === 'string' && month !== '' && day !== 'last')
    return { kind: 'yearly', month: Number(month), day: Number(day), ...counted, ...inLeapYears };
  if (typeof lunar === 'string' && month !== '')
    return { kind: 'lunar', month: Number(month), day: day === 'last' ? day : Number(day), ...counted };
  if (typeof anniversaryOf === 'string' && whole.test(anniversaryOf)) {
    const [year = 0, ofMonth = 0, ofDay = 0] = anniversaryOf.split('-').map(Number);
    // the first anniversary is a year later
    return { kind: 'yearly', month: ofMonth, day: ofDay, since: year + 1, ...inLeapYears };
  }
  return isFields(weekday) ? weekdayRule(weekday, counted) : null;
}

function weekdayRule({ month, day, nth }: Fields, counted: { readonly since?: number }): DayRule {
  const wanted = nth === 'last' ? -1 : nth;
  const known = ([1, 2, 3, 4, 5, -1] as const).find((one): one is Nth => one === wanted);
  // what is no number is found by the rule's own check
  return {
    kind: 'weekday',
    month: Number(month),
    weekday: Number(day),
    nth: known ?? (0 as Nth),
    ...counted,
  };
}

/** The paths of a list's items; no list reads as an empty one. */
function itemsAt(file: YamlFile, path: Path, shape: Shape): readonly Path[] {
  const list = shape.at(file, path) ?? [];
  if (Array.isArray(list)) return list.map((_item, at) => [...path, at]);
  shape.mistake(file, path, 'must be a list');
  return [];
}
