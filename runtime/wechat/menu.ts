/** The account's menu beside the profile's: what differs, whose each entry is, and how one is kept. */
import type { Fields } from '../../bot/flows/yaml-file.js';
import { isFields } from '../../bot/flows/yaml-file.js';
import { menuKeys, type MenuEntry } from './profile.js';

export interface MenuDiff {
  readonly same: boolean;
  /** Entries of the account that are neither this line's nor kept by the profile: `apply` would remove them. */
  readonly foreign: readonly Fields[];
  /** One line for each entry: `=` stays, `+` is new, `-` goes. */
  readonly lines: readonly string[];
}

/** What `apply` would change. `there`: the account's buttons, null for none. */
export function diffMenu(there: readonly Fields[] | null, wanted: readonly MenuEntry[]): MenuDiff {
  const [now, then] = [leaves(there ?? []), leaves(wanted)];
  const has = (list: readonly Leaf[], leaf: Leaf): boolean => list.some(({ id }) => id === leaf.id);
  const gone = now.filter((leaf) => !has(then, leaf));
  return {
    same: JSON.stringify(now.map(({ id }) => id)) === JSON.stringify(then.map(({ id }) => id)),
    foreign: gone.filter(({ entry }) => !isOurs(entry)).map(({ entry }) => entry),
    lines: [
      ...then.map((leaf) => `${has(now, leaf) ? '=' : '+'} ${leaf.words}`),
      ...gone.map((leaf) => `- ${leaf.words}`),
    ],
  };
}

/** An entry as it is kept in `wechat.yaml`; JSON is YAML. */
export const keepLine = (entry: Fields): string => `- keep: ${JSON.stringify(plain(entry))}`;

const isOurs = (entry: Fields): boolean =>
  entry['type'] === 'click' && menuKeys.some((key) => key === entry['key']);

interface Leaf {
  readonly entry: Fields;
  /** equal for equal entries in equal places */
  readonly id: string;
  readonly words: string;
}

function leaves(buttons: readonly Fields[], group = ''): readonly Leaf[] {
  return buttons.flatMap((button) => {
    const under = Array.isArray(button['sub_button']) ? button['sub_button'].filter(isFields) : [];
    if (under.length > 0) return leaves(under, text(button['name']));
    const entry = plain(button);
    const id = JSON.stringify([group, ...Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const leads = ['key', 'url', 'pagepath', 'article_id', 'media_id', 'value'].map((name) =>
      text(entry[name]),
    );
    const to = leads.filter((one) => one !== '').join(' ');
    const place = group === '' ? '' : `${group} › `;
    return [
      { entry, id, words: `${place}${text(entry['name'])} (${`${text(entry['type'])} ${to}`.trim()})` },
    ];
  });
}

/** Without the empty list that the platform adds to each button. */
function plain(entry: Fields): Fields {
  const { sub_button: _empty, ...rest } = entry;
  return rest;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
