/** Loads the profile and refuses one that is not sound, or in production not filled in. */
import { basename, join, resolve } from 'node:path';
import { checkProfile, operatorGaps } from '../bot/flows/check-profile.js';
import { loadProfile } from '../bot/flows/load-profile.js';
import type { Profile } from '../bot/flows/profile.js';
import type { Mistake } from '../bot/flows/yaml-file.js';
import { readProfileNotices } from './notices/profile-notices.js';
import { categoriesOf } from './articles/categories.js';
import { checkSamples } from './articles/check-samples.js';
import { readSampleArticles } from './articles/sample-articles.js';
import type { Config } from './settings/configuration.js';
import { packageRoot } from './storage/data-folder.js';
import { exitCodes, Refusal } from './exit.js';
import { readWechatProfile } from './wechat/profile.js';

const flows = join(packageRoot, 'bot', 'flows');

/** A profile and everything wrong with it; `setting` is a folder relative to the package. */
export function inspectProfile(setting: string): {
  profile: Profile;
  mistakes: readonly Mistake[];
  gaps: readonly string[];
} {
  const folder = resolve(packageRoot, setting);
  const loaded = loadProfile(flows, folder);
  const { profile } = loaded;
  const mistakes = [
    ...checkProfile(loaded),
    ...readWechatProfile(folder, profile).mistakes,
    ...readProfileNotices(folder, profile).mistakes,
    ...checkSamples(
      readSampleArticles(folder),
      categoriesOf(profile).map(({ id }) => id),
    ),
  ];
  return { profile, mistakes, gaps: operatorGaps(loaded) };
}

export const describeMistake = ({ file, line, what }: Mistake): string =>
  `${file.startsWith(packageRoot) ? file.slice(packageRoot.length + 1) : file}:${String(line)} ${what}`;

/** The profile of this line. @throws Refusal (78) naming every mistake, in production also what the operator left out */
export function profileFor(config: Config): Profile {
  const { profile, mistakes, gaps } = inspectProfile(config.profile);
  const name = basename(config.profile);
  if (mistakes.length > 0)
    throw new Refusal(
      [`The profile ${name} is not sound:`, ...mistakes.map((one) => `  ${describeMistake(one)}`)].join('\n'),
      '\nCorrect it; `npm run profile -- check` shows the same list.',
      exitCodes.settings,
    );
  const serves = (['api', 'bot', 'jobs'] as const).some((role) => config.roles.has(role));
  if (config.production && serves && gaps.length > 0)
    throw new Refusal(
      [`The profile ${name} does not say who runs the line:`, ...gaps.map((gap) => `  ${gap}`)].join('\n'),
      '\nFill in the operator block of profile.yaml, or set PROFILE to your own profile.',
      exitCodes.settings,
    );
  return profile;
}
