/** `npm run db -- serve [--port N] | stats | verify | compact | export FILE | import FILE [--merge]` */
import { Refusal } from '../exit.js';
import { openDataFolder } from '../storage/data-folder.js';
import { exportTo, importFrom } from '../backup/transfer.js';
import { compact, serve, stats, verify } from '../backup/embedded.js';
import { start } from '../start.js';

const usage =
  'npm run db -- serve [--port N] | stats | verify | compact | export FILE | import FILE [--merge]';

start(async (config, _log, [command, ...args]) => {
  const data = openDataFolder(config.dataDir);
  const [first, second] = args;
  const plain = args.length === 0;
  if (command === 'serve' && plain) await serve(config, data);
  else if (command === 'serve' && first === '--port' && isPort(second) && args.length === 2)
    await serve(config, data, Number(second));
  else if (command === 'stats' && plain) await stats(config, data);
  else if (command === 'verify' && plain) process.exitCode = (await verify(config, data)) ? 0 : 1;
  else if (command === 'compact' && plain) await compact(config, data);
  else if (command === 'export' && first !== undefined && args.length === 1)
    await exportTo(config, data, first);
  else if (command === 'import' && first !== undefined && (args.length === 1 || second === '--merge'))
    await importFrom(config, data, first, second === '--merge');
  else throw new Refusal('db did not understand that.', usage);
  process.exit();
});

function isPort(text = ''): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536;
}
