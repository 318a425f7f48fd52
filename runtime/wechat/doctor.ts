/** Is the account ready? Each check asks the platform, or the way into this line, and says what to do where it is not. */
import { NoAnswerError, WechatError } from '../../wechat/errors.js';
import { kindOf, type Abilities } from '../../wechat/capabilities.js';
import type { MiniProgramClient, OfficialAccountClient } from '../../wechat/client.js';
import type { Config } from '../settings/configuration.js';
import { checkNotices } from './doctor-notices.js';
import { checkWayIn, type WayIn } from './doctor-way-in.js';
import { ask, bad, good, pages, type Finding } from './finding.js';
import { diffMenu } from './menu.js';
import type { WechatProfile } from './profile.js';

export interface DoctorParts extends WayIn {
  readonly config: Config;
  readonly profile: WechatProfile;
  readonly client: OfficialAccountClient;
  /** null: none is set up */
  readonly miniProgram: MiniProgramClient | null;
}

/** All findings, one after the other, as they are found. Never throws for what the platform answers. */
export async function* examine(parts: DoctorParts): AsyncGenerator<Finding> {
  const { client } = parts;
  for (const { line, what } of parts.profile.mistakes)
    yield bad(`wechat.yaml, line ${String(line)}: ${what}`, 'Correct it.', 'the profile');
  const token = await tokenOf(client);
  yield token;
  if (token.state === 'bad') return;
  const abilities = await client.capabilities.read();
  yield* kindFindings(abilities);
  yield* checkWayIn(parts);
  yield* guarded('the platform’s own look at the callback', () => callback(client));
  if (abilities.menu.may === 'yes') yield* guarded('the menu', () => menu(parts));
  yield* guarded('the quotas', () => quotas(client, abilities));
  yield* guarded('the notices', () => checkNotices(parts, abilities.notices));
  if (abilities.massSends.may === 'yes')
    yield ask(
      'Mass sends to all need a confirmation by an administrator within 30 minutes if their protection is on; no call tells.',
      'Look whether it is on, and who confirms on the days of a notice.',
      pages.safety,
    );
  yield ask(
    'At most two named people may have the account’s login, and none of them may be an editor or handler of this line.',
    'Look who is there, operators of the account included.',
    pages.people,
  );
}

/** Runs a check; what the platform refuses or does not answer becomes its finding. */
async function* guarded(name: string, check: () => AsyncGenerator<Finding>): AsyncGenerator<Finding> {
  try {
    yield* check();
  } catch (error) {
    if (error instanceof WechatError)
      yield bad(
        `The platform refused ${name} with ${String(error.code)}${error.rid === null ? '' : ` (rid ${error.rid})`}.`,
        'Look the number up in docs/wechat.md.',
        pages.permissions,
      );
    else if (error instanceof NoAnswerError)
      yield bad(`No answer about ${name}: ${error.reason}.`, 'Run the doctor again.', 'WECHAT_API_BASE');
    else throw error;
  }
}

const tokenTroubles: Readonly<Record<number, readonly [what: string, todo: string, where: string]>> = {
  40013: ['The platform does not know the appid.', 'Correct WECHAT_OA_APPID.', pages.basics],
  40125: ['The secret is wrong.', 'Correct WECHAT_OA_SECRET, or reset it there.', pages.basics],
  40164: ['This machine’s address is not allow-listed.', 'Add its public address there.', pages.allowList],
  40243: ['The secret is frozen.', 'Thaw or reset it there.', pages.basics],
  50007: ['The account is frozen.', 'Read the notice in the back office.', pages.basics],
  89503: ['An administrator has to confirm this machine.', 'Confirm on the phone.', pages.allowList],
  89506: ['An administrator refused this machine.', 'Ask them; try again after a day.', pages.allowList],
  89507: ['An administrator refused this machine.', 'Ask them; try again after an hour.', pages.allowList],
};

/** A token can be had: appid, secret and the address of this machine are right. */
async function tokenOf(client: OfficialAccountClient): Promise<Finding> {
  try {
    const addresses = await client.account.callbackAddresses();
    return good(
      `The platform knows this account and this machine’s address; it calls back from ${String(addresses.length)} networks.`,
    );
  } catch (error) {
    if (error instanceof WechatError) {
      const known = tokenTroubles[error.code];
      if (known !== undefined) return bad(...known);
      return bad(
        `The platform refused a token: ${String(error.code)}.`,
        'Look it up in docs/wechat.md.',
        pages.basics,
      );
    }
    if (error instanceof NoAnswerError)
      return bad(
        `The platform cannot be reached: ${error.reason}.`,
        'Let this machine reach it.',
        'WECHAT_API_BASE',
      );
    throw error;
  }
}

const kinds = {
  'certified-service': 'A certified service account: everything this line can do.',
  'certified-subscription':
    'A certified subscription account: no notices to followers, and one mass send a day.',
  other: 'Not certified: passive replies and pictures only.',
} as const;

function* kindFindings(abilities: Abilities): Generator<Finding> {
  const kind = kindOf(abilities);
  if (kind === 'unknown') {
    yield bad(
      'The platform did not tell what the account may do.',
      'Run the doctor again.',
      pages.permissions,
    );
    return;
  }
  yield kind === 'other'
    ? bad(
        kinds.other,
        'What a slow turn has to say comes with the person’s next message. Certify the account.',
        pages.certification,
      )
    : good(kinds[kind]);
  if (abilities.menu.may === 'no')
    yield bad(
      'The account may not set a menu by program.',
      'People type the three words; the greeting names them.',
      pages.permissions,
    );
  if (kind !== 'other' && abilities.massSends.may === 'no')
    yield abilities.massSends.code === 48003
      ? bad(
          'Nobody has agreed to the terms of mass sending.',
          'An administrator agrees there once.',
          '公众平台 › 群发功能',
        )
      : bad('The account may not send to all.', 'Ask for the permission.', pages.permissions);
}

async function* callback(client: OfficialAccountClient): AsyncGenerator<Finding> {
  const lost = await client.account.pingCallback();
  if (lost === null)
    yield bad(
      'No callback address is entered at the platform.',
      'Enter PUBLIC_URL followed by /wechat/oa, with token, key and mode of the settings, and switch it on.',
      pages.server,
    );
  else if (lost > 0)
    yield bad(
      `The platform loses ${String(Math.round(lost * 100))} % of its pings to the callback.`,
      'Check the line to the mainland networks, and the firewall.',
      pages.server,
    );
  else yield good('The platform reaches the callback’s machine.');
}

async function* menu({ client, profile }: DoctorParts): AsyncGenerator<Finding> {
  const there = (await client.menu.get()) ?? (await client.menu.shown());
  const { same } = diffMenu(there, profile.menu);
  yield same
    ? good('The menu is the profile’s.')
    : bad(
        'The menu is not the profile’s.',
        'Look with `npm run wechat -- menu diff`, then `menu apply`.',
        'this machine',
      );
}

const counted = {
  menu: ['/cgi-bin/menu/create'],
  customerMessages: ['/cgi-bin/message/custom/send'],
  massSends: ['/cgi-bin/message/mass/sendall'],
} as const;

async function* quotas(client: OfficialAccountClient, abilities: Abilities): AsyncGenerator<Finding> {
  const paths = [
    '/cgi-bin/media/get',
    ...Object.entries(counted).flatMap(([name, list]) =>
      abilities[name as keyof typeof counted].may === 'yes' ? list : [],
    ),
  ];
  for (const path of paths) {
    const quota = await client.account.quota(path);
    if (quota === null)
      yield ask(`The platform does not count ${path}.`, 'Nothing to do.', pages.permissions);
    else if (quota.left === 0)
      yield bad(`Today’s calls of ${path} are used up.`, 'Wait for midnight in Beijing.', pages.permissions);
    else yield good(`${path}: ${String(quota.left)} of ${String(quota.limit)} calls left today.`);
  }
}
