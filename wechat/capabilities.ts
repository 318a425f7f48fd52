/**
 * What an account may do. Kind and certification decide it, but they are nowhere to be read: each capability is asked
 * for with a call that changes nothing and reaches nobody, and the platform's refusal is the answer.
 */
import { type Api, type Call } from './api.js';
import { NoAnswerError, WechatError } from './errors.js';

export type Capability = 'menu' | 'customerMessages' | 'notices' | 'massSends' | 'publishing' | 'followers';

/** `code`: the platform's, 0 for none; `unknown` if it gave no answer that says. */
export interface Ability {
  readonly may: 'yes' | 'no' | 'unknown';
  readonly code: number;
}

export type Abilities = Readonly<Record<Capability, Ability>>;

/** - `certified-service`: everything
 *  - `certified-subscription`: no notices, one mass send a day
 *  - `other`: passive replies, and fetching what people send */
export type Kind = 'certified-service' | 'certified-subscription' | 'other' | 'unknown';

export interface Capabilities {
  /** Asked once a day; what got no answer is asked again after a minute. Never throws. */
  read(): Promise<Abilities>;
  /** Whether it is known to be allowed. Never throws. */
  may(capability: Capability): Promise<boolean>;
  /** A call was refused for want of permission: believed until the next day. */
  refused(capability: Capability, code: number): void;
}

/** A message to nobody: permission is judged before the address, so the refusal tells which of the two was missing. */
const toNobody = { touser: '', msgtype: 'text', text: { content: '-' } };

const probes: Readonly<Record<Capability, Call>> = {
  menu: { path: '/cgi-bin/menu/get', repeatable: true },
  customerMessages: { path: '/cgi-bin/message/custom/send', json: toNobody, repeatable: true },
  notices: { path: '/wxaapi/newtmpl/gettemplate', repeatable: true },
  massSends: { path: '/cgi-bin/message/mass/speed/get', json: {}, repeatable: true },
  // accounts of persons and uncertified ones lost it in July 2025; the list of what was published is refused likewise
  publishing: {
    path: '/cgi-bin/freepublish/batchget',
    json: { offset: 0, count: 1, no_content: 1 },
    repeatable: true,
  },
  followers: { path: '/cgi-bin/user/get', repeatable: true },
};
const names = Object.keys(probes) as Capability[];

const dayMs = 24 * 3600_000;
const againMs = 60_000;

export function createCapabilities(api: Api, now: () => number): Capabilities {
  let known: { abilities: Abilities; readonly until: number } | null = null;
  let asking: Promise<Abilities> | null = null;

  async function ask(capability: Capability): Promise<Ability> {
    const { path } = probes[capability];
    try {
      await api.call(probes[capability]);
      return { may: 'yes', code: 0 };
    } catch (error) {
      if (error instanceof WechatError) return { may: judged(error, path), code: error.code };
      if (error instanceof NoAnswerError) return { may: 'unknown', code: 0 };
      throw error;
    }
  }

  async function askAll(): Promise<Abilities> {
    const asked = await Promise.all(names.map(async (name) => [name, await ask(name)] as const));
    const abilities = Object.fromEntries(asked) as Record<Capability, Ability>;
    const sure = asked.every(([, { may }]) => may !== 'unknown');
    known = { abilities, until: now() + (sure ? dayMs : againMs) };
    return abilities;
  }

  const nothing = Object.fromEntries(names.map((name) => [name, { may: 'unknown', code: 0 }])) as Abilities;
  const read = async (): Promise<Abilities> => {
    if (known !== null && now() < known.until) return known.abilities;
    asking ??= askAll().finally(() => (asking = null));
    // what the token store throws, among others: then nothing is known
    return asking.catch(() => nothing);
  };

  return {
    read,
    may: async (capability) => (await read())[capability].may === 'yes',
    refused(capability, code) {
      if (known !== null) known.abilities = { ...known.abilities, [capability]: { may: 'no', code } };
    },
  };
}

/** Refused for what the account is, or for what was asked for? Then it might have been allowed. */
function judged(error: WechatError, path: string): Ability['may'] {
  if (error.api !== path || error.reaction === 'token' || error.reaction === 'retry') return 'unknown';
  return error.reaction === 'human' ? 'no' : 'yes';
}

export function kindOf({ customerMessages, notices }: Abilities): Kind {
  if (customerMessages.may === 'no') return 'other';
  if (customerMessages.may === 'unknown' || notices.may === 'unknown') return 'unknown';
  return notices.may === 'yes' ? 'certified-service' : 'certified-subscription';
}
