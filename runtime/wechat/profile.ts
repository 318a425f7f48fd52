/** `profiles/<name>/wechat.yaml`: the account's menu, and which of its forms each kind of notice uses. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang, MenuKey } from '../../bot/dialogue/types.js';
import type { InLangs, Profile } from '../../bot/flows/profile.js';
import { Shape, type Path } from '../../bot/flows/shape.js';
import { isFields, readYaml, type Fields, type Mistake, type YamlFile } from '../../bot/flows/yaml-file.js';
import type { Button } from '../../wechat/menu.js';
import { fieldTakes } from '../../wechat/template-fields.js';

export const noticeAccounts = ['officialAccount', 'miniProgram'] as const;
export type NoticeAccount = (typeof noticeAccounts)[number];

/** A form of the account and what goes into its fields; `{day}` stands for the day that the notice is about. */
export interface NoticeForm {
  /** the id of one of the profile's days */
  readonly kind: string;
  readonly account: NoticeAccount;
  readonly template: string;
  readonly fields: Readonly<Record<string, InLangs>>;
}

export type MenuEntry = Button | Fields;

export interface WechatProfile {
  readonly menu: readonly MenuEntry[];
  readonly notices: readonly NoticeForm[];
  readonly mistakes: readonly Mistake[];
}

export const menuKeys: readonly MenuKey[] = ['report', 'check', 'learn'];
const langs: readonly Lang[] = ['zh', 'en'];
/** Bytes of a name (protocol reference, 10.1). */
const mostBytes = { top: 16, under: 60 } as const;
const most = { top: 3, under: 5 } as const;

/** What one field says about a day (`YYYY-MM-DD`), as the platform's forms want days written. */
export function fieldText(words: string, day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return words.replaceAll('{day}', `${String(year)}年${String(month)}月${String(date)}日`);
}

/** Reads `wechat.yaml` in a profile's folder; without one the menu is the three ways in, and there are no notices. */
export function readWechatProfile(folder: string, profile: Profile): WechatProfile {
  const path = join(folder, 'wechat.yaml');
  const mistakes: Mistake[] = [];
  const clickFor = (key: MenuKey): Button => ({
    type: 'click',
    name: profile.texts[profile.langs[0] ?? 'zh'].get(`menu.${key}`) ?? key,
    key,
  });
  if (!existsSync(path)) return { menu: menuKeys.map(clickFor), notices: [], mistakes };
  const file = readYaml(path, mistakes);
  const shape = new Shape(mistakes);
  const menu = menuOf(file, shape, clickFor);
  return { menu, notices: noticesOf(file, shape, daysOf(folder, mistakes)), mistakes };
}

/** The ids of the days in `profile.yaml`. */
function daysOf(folder: string, mistakes: Mistake[]): readonly string[] {
  const days = new Shape([]).at(readYaml(join(folder, 'profile.yaml'), mistakes), ['days']);
  return Array.isArray(days) ? days.filter(isFields).map(({ id }) => String(id)) : [];
}

function menuOf(file: YamlFile, shape: Shape, clickFor: (key: MenuKey) => Button): readonly MenuEntry[] {
  const ours: MenuKey[] = [];
  function entries(path: Path, level: keyof typeof most): readonly MenuEntry[] {
    const list = shape.at(file, path);
    if (!Array.isArray(list) || list.length === 0 || list.length > most[level]) {
      shape.mistake(file, path, `must be a list of one to ${String(most[level])} entries`);
      return [];
    }
    return list.map((item: unknown, at) => entry(isFields(item) ? item : {}, [...path, at], level));
  }
  function entry(item: Fields, path: Path, level: keyof typeof most): MenuEntry {
    const made = oneOf(item, path, level);
    const bytes = Buffer.byteLength(typeof made['name'] === 'string' ? made['name'] : '');
    if (bytes === 0 || bytes > mostBytes[level])
      shape.mistake(file, path, `needs a name of at most ${String(mostBytes[level])} bytes`);
    return made;
  }
  function oneOf(item: Fields, path: Path, level: keyof typeof most): Fields {
    const key = menuKeys.find((one) => one === item['line']);
    if (key !== undefined) {
      ours.push(key);
      return { ...clickFor(key) };
    }
    if (isFields(item['keep'])) return item['keep'];
    if (level === 'top' && item['under'] !== undefined)
      return { name: shape.text(file, [...path, 'name']), sub_button: entries([...path, 'under'], 'under') };
    shape.mistake(file, path, 'must have one of line (report, check, learn), keep, or name and under');
    return { name: '-' };
  }
  const menu = entries(['menu'], 'top');
  for (const key of menuKeys)
    if (ours.filter((one) => one === key).length !== 1)
      shape.mistake(file, ['menu'], `must have the entry line: ${key} once`);
  return menu;
}

function noticesOf(file: YamlFile, shape: Shape, days: readonly string[]): readonly NoticeForm[] {
  if (shape.at(file, ['notices']) === undefined) return [];
  const forms: NoticeForm[] = [];
  for (const [kind, accounts] of Object.entries(shape.fields(file, ['notices']))) {
    if (!days.includes(kind)) shape.mistake(file, ['notices', kind], 'is no day of profile.yaml');
    for (const given of Object.keys(isFields(accounts) ? accounts : {})) {
      const account = noticeAccounts.find((one) => one === given);
      if (account !== undefined) forms.push(formOf(file, shape, kind, account));
      else shape.mistake(file, ['notices', kind, given], `must be one of ${noticeAccounts.join(', ')}`);
    }
  }
  return forms;
}

function formOf(file: YamlFile, shape: Shape, kind: string, account: NoticeAccount): NoticeForm {
  const at = ['notices', kind, account];
  const names = Object.keys(shape.fields(file, [...at, 'fields']));
  const fields = Object.fromEntries(
    names.map((name) => [name, shape.inLangs(file, [...at, 'fields', name])] as const),
  );
  for (const [name, words] of Object.entries(fields))
    for (const lang of langs)
      // the longest day there is
      if (!fieldTakes(name, fieldText(words[lang], '2027-12-31')))
        shape.mistake(file, [...at, 'fields', name, lang], 'is not what the platform takes in such a field');
  return { kind, account, template: shape.text(file, [...at, 'template']), fields };
}
