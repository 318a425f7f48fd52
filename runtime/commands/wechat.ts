/** `npm run wechat -- doctor | menu diff | menu apply [--replace] | menu restore`: the account, beside a running line. */
import { resolve } from 'node:path';
import { createRandom } from '../../vault/node/random.js';
import { WechatError } from '../../wechat/errors.js';
import { createRequester } from '../../wechat/requester.js';
import { createClock } from '../clock.js';
import { openDataFolder, packageRoot } from '../storage/data-folder.js';
import { exitCodes, Refusal } from '../exit.js';
import { inspectProfile } from '../profile.js';
import { start } from '../start.js';
import { openStorage } from '../storage/storage.js';
import { wechatClients } from '../wechat/clients.js';
import { examine } from '../wechat/doctor.js';
import { shown } from '../wechat/finding.js';
import { createMenuCommands } from '../wechat/menu-commands.js';
import { readWechatProfile } from '../wechat/profile.js';

const usage = 'npm run wechat -- doctor | menu diff | menu apply [--replace] | menu restore';
const out = (text: string): void => void process.stdout.write(`${text}\n`);

start(async (config, _log, args) => {
  const [command, word = ''] = args;
  const verb = (['diff', 'apply', 'restore'] as const).find((one) => one === word);
  if (command !== 'doctor' && (command !== 'menu' || verb === undefined))
    throw new Refusal('wechat did not understand that.', usage);
  const [clock, random, data] = [createClock(config.zone), createRandom(), openDataFolder(config.dataDir)];
  const profile = readWechatProfile(
    resolve(packageRoot, config.profile),
    inspectProfile(config.profile).profile,
  );
  const storage = await openStorage(config, data, { clock, random });
  const requester = createRequester();
  const { request } = requester;
  const clients = wechatClients({ config, request, tokens: storage.tokens, clock, random });
  const { officialAccount: client, miniProgram } = clients;
  if (client === null)
    throw new Refusal(
      'No Official Account is set up.',
      'Set WECHAT_OA_APPID and the others, or start without any WECHAT_ setting for the simulator.',
      exitCodes.settings,
    );
  let sound = true;
  if (command === 'doctor') {
    for await (const finding of examine({ config, profile, client, miniProgram, request, clock, random })) {
      sound &&= finding.state !== 'bad';
      out(shown(finding, process.stdout.isTTY));
    }
    out(sound ? '\nNothing stands in the way.' : '\nNot ready yet: see the lines marked ✗.');
  } else {
    const menu = createMenuCommands({ menu: client.menu, profile, folder: data.path, out });
    sound = await menu[verb ?? 'diff'](args.includes('--replace')).catch((error: unknown) => {
      throw error instanceof WechatError ? refused(error) : error;
    });
  }
  requester.close();
  await storage.close();
  process.exit(sound ? 0 : exitCodes.failed);
});

function refused(error: WechatError): Refusal {
  return new Refusal(
    error.reaction === 'human'
      ? `This account may not set its menu by program (${String(error.code)}).`
      : `The platform did not take the menu (${String(error.code)}).`,
    'Run `npm run wechat -- doctor`; the numbers are in docs/wechat.md.',
  );
}
