/** `npm run profile -- check [NAME]`: proves a profile, or all of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../storage/data-folder.js';
import { exitCodes } from '../exit.js';
import { describeMistake, inspectProfile } from '../profile.js';

const [command, name, ...more] = process.argv.slice(2);
const out = (text: string): void => void process.stdout.write(`${text}\n`);
const there = readdirSync(join(packageRoot, 'profiles')).sort();

if (command !== 'check' || more.length > 0) {
  out('profile did not understand that. npm run profile -- check [NAME]');
  process.exitCode = exitCodes.failed;
} else if (name !== undefined && !there.includes(name)) {
  out(`There is no such profile. There are: ${there.join(', ')}.`);
  process.exitCode = exitCodes.failed;
} else {
  for (const one of name === undefined ? there : [name]) {
    const { mistakes, gaps, profile } = inspectProfile(join('profiles', one));
    for (const mistake of mistakes) out(describeMistake(mistake));
    if (mistakes.length > 0) process.exitCode = exitCodes.settings;
    const questions = profile.graphs[0]?.questions.length ?? 0;
    out(
      mistakes.length > 0
        ? `${one}: ${String(mistakes.length)} mistakes`
        : `${one}: sound (${String(questions)} questions, ${String(profile.texts.zh.size)} texts in each language)`,
    );
    if (gaps.length > 0) out(`  not for production yet: ${gaps.join('; ')}`);
  }
}
