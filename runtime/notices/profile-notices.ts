/** `profiles/<name>/notices.yaml`: the notices that a profile brings. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { movedRuleOf } from '../../bot/flows/load-calendar.js';
import type { Profile } from '../../bot/flows/profile.js';
import { Shape, type Path } from '../../bot/flows/shape.js';
import { readYaml, type Mistake, type YamlFile } from '../../bot/flows/yaml-file.js';
import { sinceOf } from '../../domain/calendar/public-days.js';
import { checkNotice } from '../../domain/notices/check-notice.js';
import { stops, type NoticeProblem } from '../../domain/notices/check-words.js';
import {
  usualWindowHours,
  type InLangs,
  type NoticeText,
  type NoticeWays,
} from '../../domain/notices/notice.js';
import type { ProfileNotice } from '../../domain/notices/seed-notices.js';

export interface ProfileNotices {
  readonly notices: readonly ProfileNotice[];
  readonly mistakes: readonly Mistake[];
}

/** Years in which the words are tried: ordinals grow longer, and a title must hold all of them. */
const tried = { from: 2026, years: 20 };
/** Holidays move a day by days, which no check here depends on. */
const noHolidays = { year: () => null, expected: () => [] };

/** Reads a profile's notices; without the file there are none. */
export function readProfileNotices(folder: string, profile: Pick<Profile, 'days'>): ProfileNotices {
  const path = join(folder, 'notices.yaml');
  const mistakes: Mistake[] = [];
  if (!existsSync(path)) return { notices: [], mistakes };
  const file = readYaml(path, mistakes);
  const shape = new Shape(mistakes);
  const list = shape.at(file, ['notices']);
  if (!Array.isArray(list)) shape.mistake(file, ['notices'], 'must be a list');
  const notices = (Array.isArray(list) ? list : []).flatMap((_item, at) =>
    noticeAt({ file, shape, path: ['notices', at], profile }),
  );
  notices.forEach(({ id }, at) => {
    const twice = notices.findIndex((one) => one.id === id) !== at;
    if (twice) shape.mistake(file, ['notices', at], `is the second one of ${id}`);
  });
  return { notices, mistakes };
}

interface Place {
  readonly file: YamlFile;
  readonly shape: Shape;
  readonly path: Path;
  readonly profile: Pick<Profile, 'days'>;
}

function noticeAt(place: Place): readonly ProfileNotice[] {
  const { file, shape, path } = place;
  const about = aboutAt(place);
  if (about === null) return [];
  const windowHours = shape.at(file, [...path, 'windowHours']);
  const notice: ProfileNotice = {
    ...about,
    at: shape.text(file, [...path, 'at']),
    leads: shape.list(file, [...path, 'leads']).map(Number),
    ways: waysAt(place),
    texts: { zh: textAt(place, 'zh'), en: textAt(place, 'en') },
    article: null,
    ...(windowHours === undefined ? {} : { windowHours: Number(windowHours) }),
  };
  for (const problem of problemsOf(notice)) shape.mistake(file, fieldPath(path, problem), sentence(problem));
  return [notice];
}

/** Which day it is about, and what it is called: a day of the profile, or one of its own. */
function aboutAt({
  file,
  shape,
  path,
  profile,
}: Place): Pick<ProfileNotice, 'id' | 'name' | 'rule' | 'since'> | null {
  const day = shape.at(file, [...path, 'day']);
  if (day !== undefined) {
    const found = profile.days.find(({ id }) => id === day);
    if (found !== undefined) return { ...found, since: sinceOf(found.rule) };
    shape.mistake(file, [...path, 'day'], 'is no day of profile.yaml');
    return null;
  }
  const id = shape.text(file, [...path, 'id']);
  if (!/^[a-z0-9-]{1,60}$/.test(id))
    shape.mistake(file, [...path, 'id'], 'must be a word: small letters, digits, hyphens');
  const rule = movedRuleOf(file, path, shape);
  return rule === null
    ? null
    : { id, name: shape.inLangs(file, [...path, 'name']), rule, since: sinceOf(rule) };
}

function waysAt({ file, shape, path }: Place): NoticeWays {
  const mass = shape.at(file, [...path, 'ways', 'mass']);
  const tag = mass === 'all' ? null : mass;
  const known = mass === 'none' || tag === null || (Number.isInteger(tag) && Number(tag) >= 0);
  if (!known) shape.mistake(file, [...path, 'ways', 'mass'], 'must be all, none or the number of a tag');
  return {
    mass: mass === 'none' || !known ? null : { tag: tag === null ? null : Number(tag) },
    account: shape.flag(file, [...path, 'ways', 'account']),
    mini: shape.flag(file, [...path, 'ways', 'mini']),
  };
}

function textAt({ file, shape, path }: Place, lang: keyof InLangs<NoticeText>): NoticeText {
  const at = [...path, 'texts', lang];
  return { title: shape.text(file, [...at, 'title']).trim(), body: shape.text(file, [...at, 'body']).trim() };
}

/** What is wrong in one of the years that are tried, each once. */
function problemsOf(notice: ProfileNotice): readonly NoticeProblem[] {
  const content = { windowHours: usualWindowHours, ...notice };
  const found = Array.from({ length: tried.years }, (_, year) => `${tried.from + year}-01-01`).flatMap(
    (today) => stops(checkNotice(content, { today, holidays: noHolidays })),
  );
  // a one-off day lies behind in later years
  const lasting = found.filter(({ code }) => code !== 'no_day');
  const all = notice.rule.rule.kind === 'once' ? lasting : found;
  return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function fieldPath(path: Path, { field, lang }: NoticeProblem): Path {
  if (field === 'title' || field === 'body') return [...path, 'texts', lang ?? 'zh', field];
  if (field === 'name') return [...path, 'name', ...(lang === null ? [] : [lang])];
  return [...path, field === 'window' ? 'windowHours' : field];
}

const sentence = ({ code, max }: NoticeProblem): string =>
  `is wrong: ${code.replaceAll('_', ' ')}${max === undefined ? '' : ` (at most ${String(max)})`}`;
