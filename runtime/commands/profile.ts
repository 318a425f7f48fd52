/** `npm run profile -- check [NAME]`: proves a profile, or all of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../storage/data-folder.js';
import { exitCodes } from '../exit.js';
import { describeMistake, inspectProfile } from '../profile.js';

const [command, name] = process.argv.slice(2);
const out = (text: string): void => void process.stdout.write(`${text}\n`);

if (command !== 'check') {
  out('npm run profile -- check [NAME]');
  process.exitCode = exitCodes.failed;
} else {
  const names = name === undefined ? readdirSync(join(packageRoot, 'profiles')).sort() : [name];
  for (const one of names) {
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
