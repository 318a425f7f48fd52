/** `menu diff | apply | restore`: by hand only, never at a start. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFields, type Fields } from '../../bot/flows/yaml-file.js';
import type { Menu } from '../../wechat/menu.js';
import { exitCodes, Refusal } from '../exit.js';
import { diffMenu, keepLine } from './menu.js';
import type { MenuEntry, WechatProfile } from './profile.js';

export interface MenuCommandParts {
  readonly menu: Menu;
  readonly profile: WechatProfile;
  /** where the menu that stood before is kept */
  readonly folder: string;
  readonly out: (line: string) => void;
}

/** Each answers whether all is as the profile has it afterwards; throws Refusal, WechatError, NoAnswerError. */
export type MenuCommands = Readonly<
  Record<'diff' | 'apply' | 'restore', (replace: boolean) => Promise<boolean>>
>;

export function createMenuCommands({ menu, profile, folder, out }: MenuCommandParts): MenuCommands {
  const kept = join(folder, 'wechat-menu.json');
  const there = async (): Promise<readonly Fields[] | null> => (await menu.get()) ?? (await menu.shown());
  const wanted = (): readonly MenuEntry[] => {
    if (profile.mistakes.length === 0) return profile.menu;
    const [{ line, what } = { line: 1, what: '' }] = profile.mistakes;
    throw new Refusal(
      `wechat.yaml is not sound: line ${String(line)}, ${what}.`,
      'Correct it first.',
      exitCodes.settings,
    );
  };
  function tell(foreign: readonly Fields[]): void {
    if (foreign.length === 0) return;
    out('\nOf others; to keep one, put its line under menu: in wechat.yaml:');
    for (const entry of foreign) out(`  ${keepLine(entry)}`);
  }
  /** Replaces the menu, keeping what stood there. */
  async function put(next: readonly MenuEntry[], before: readonly Fields[] | null): Promise<void> {
    writeFileSync(`${kept}.new`, JSON.stringify({ button: before }), { mode: 0o600 });
    if (next.length === 0) await menu.remove();
    else await menu.create(next as Parameters<Menu['create']>[0]);
    renameSync(`${kept}.new`, kept);
  }

  return {
    async diff() {
      const { same, lines, foreign } = diffMenu(await there(), wanted());
      for (const line of lines) out(line);
      tell(foreign);
      out(
        same ? '\nThe menu is the profile’s.' : '\nThe menu is not the profile’s; `menu apply` makes it so.',
      );
      return same;
    },
    async apply(replace) {
      const before = await there();
      const { same, lines, foreign } = diffMenu(before, wanted());
      if (same) {
        out('The menu is the profile’s already.');
        return true;
      }
      for (const line of lines) out(line);
      if (foreign.length > 0 && !replace) {
        tell(foreign);
        throw new Refusal(
          'The menu has entries of others, and nothing was changed.',
          'Keep them as shown, or run `npm run wechat -- menu apply --replace` to take them away.',
        );
      }
      await put(wanted(), before);
      out('\nDone; phones show it within five minutes. `menu restore` brings back what stood there.');
      return true;
    },
    async restore() {
      if (!existsSync(kept))
        throw new Refusal('No earlier menu is kept here.', '`menu apply` keeps the one it replaces.');
      const { button } = JSON.parse(readFileSync(kept, 'utf8')) as { button: unknown };
      await put(Array.isArray(button) ? button.filter(isFields) : [], await there());
      out('The menu that stood before is back; `menu restore` once more undoes this.');
      return true;
    },
  };
}
