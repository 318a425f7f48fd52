/** `npm run keys -- init`: the line's root and recovery keys, once. */
import { openCore } from '../compose.js';
import { createClock } from '../clock.js';
import { openDataFolder } from '../storage/data-folder.js';
import { exitCodes, Refusal } from '../exit.js';
import { keepDemoKeys, makeLine } from '../keys/line-keys.js';
import { start } from '../start.js';
import { createRandom } from '../../vault/node/random.js';

start(async (config, log, [command]) => {
  if (command !== 'init') throw new Refusal('keys knows one word: init.', 'Run `npm run keys -- init`.');
  // A private half must not end up in a service's log or a pipe.
  if (config.production && !process.stdout.isTTY)
    throw new Refusal(
      'Keys are shown on a terminal only.',
      'Run `npm run keys -- init` by hand on the machine itself.',
      exitCodes.failed,
    );
  const data = openDataFolder(config.dataDir);
  const made = makeLine(data, createRandom(), createClock(config.zone).today());
  if (made === null)
    throw new Refusal(
      'This line has its keys already.',
      'Making new ones would leave every stored report unreadable; nothing was changed.',
    );
  if (config.production) process.stdout.write(`${paperPage(made.paper)}\n`);
  else keepDemoKeys(data, made.paper);
  const core = await openCore(config, log); // puts the recovery key into the keyring
  await core.close();
  process.stdout.write(
    config.production
      ? 'The line takes reports from now on. This key is shown only once.\n'
      : `Keys made. The private halves lie in ${data.lineKeys}, because this is a demo.\n`,
  );
  process.exit(0);
});

function paperPage(paper: string): string {
  return [
    '',
    'Write this on paper, twice, and keep the two apart. It opens every report; without it nobody ever can.',
    '',
    paper,
    '',
  ].join('\n');
}
