/** Lines on data folders of their own, opened in this process with a clock that is set by hand. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Article } from '../../../domain/articles/article.js';
import { clockworkOf, isPlanned } from '../../../runtime/clockwork.js';
import { openCore } from '../../../runtime/compose.js';
import { createLog } from '../../../runtime/log/log.js';
import { readConfig, type Environment } from '../../../runtime/settings/config.js';
import { madeAt, someArticle } from '../../support/articles.js';
import { handClock } from '../../support/fakes/clock.js';

export const hour = 3_600_000;

/** A folder for folders; `remove` it at the end. */
export function folders() {
  const root = mkdtempSync(join(tmpdir(), 'fairline-upkeep-'));
  return {
    at: (name: string): string => join(root, name),
    /** An empty data folder with the keys of another. */
    withKeys(name: string, from: string): string {
      mkdirSync(join(root, name));
      copyFileSync(join(from, 'line-keys.json'), join(root, name, 'line-keys.json'));
      return join(root, name);
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A command of the line on a data folder. */
export function command(data: string, name: string, ...args: readonly string[]) {
  const done = spawnSync(process.execPath, [resolve('dist/runtime/commands', `${name}.js`), ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: data },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { out: done.stdout + done.stderr, code: done.status };
}

export type HandClock = ReturnType<typeof handClock>;

/** Opens a line as a process with the role jobs does; `joins` false: as a version without identities did. */
export async function openLine(
  data: string,
  how: { readonly clock?: HandClock; readonly joins?: boolean; readonly settings?: Environment } = {},
) {
  const { clock = handClock('2026-11-22T12:00:00+08:00'), joins = true, settings = {} } = how;
  // TRUST_PROXY keeps the simulator away: there is no account, and nobody is waited for
  const alone = { ROLES: 'jobs', PORT: '9', CONSOLE_PORT: '10', TRUST_PROXY: '0' };
  const read = readConfig({ DATA_DIR: data, ...alone, ...settings });
  if ('mistakes' in read) throw new Error('the settings are wrong');
  const core = await openCore(read.config, createLog('silent'), clock);
  const joined = joins ? await core.upkeep.join(() => isPlanned(core)) : null;
  const { tick } = clockworkOf(core);
  const { articles } = core.storage;
  return {
    ...{ core, clock, joined, tick, close: () => core.close() },
    why: async () => (await core.upkeep.hold())?.why ?? null,
    /** The article's state, and how often it went out. */
    async article(id: string): Promise<string> {
      const found = await articles.byId(id);
      return `${found?.state ?? 'gone'} ${found?.events.filter(({ what }) => what === 'go').length ?? 0}`;
    },
  };
}

/** An article that goes out an hour after the line of `openLine` was opened, on the web alone. */
export const plannedArticle = (): Article =>
  someArticle({
    ...{ state: 'scheduled', submittedBy: 'ed', approvedBy: 'bo', revision: 3, stateAt: madeAt },
    plan: { at: madeAt + hour, platform: { way: 'none' } },
  });
