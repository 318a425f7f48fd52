/** The chat: callback, puppet, wechaty and the turn, joined. */
import {
  createCallback,
  type CallbackAnswer,
  type CallbackRequest,
} from '../bot/official-account/callback.js';
import { OfficialAccountPuppet } from '../bot/official-account/puppet.js';
import type { SendResult } from '../bot/official-account/send-results.js';
import { intentsOf } from '../bot/flows/dialogue-model.js';
import { createTexts } from '../bot/flows/texts.js';
import { createBot } from '../bot/wechaty/bot.js';
import type { Handle, Who } from '../bot/dialogue/types.js';
import { createHandles } from '../vault/node/handles.js';
import type { Core } from './compose.js';
import type { Log } from './log/log.js';
import type { OfficialAccount } from './wechat/accounts.js';
import { createSendLater } from './wechat/late.js';
import { openingsOf } from './wechat/posters.js';

export interface Chat {
  answer(request: CallbackRequest): Promise<CallbackAnswer>;
  stop(): Promise<void>;
}

/** Writes down what became of sends and publications. */
export const toldTo =
  (log: Log) =>
  ({ event, ...counts }: SendResult): void => {
    log.info(event, counts);
  };

/** Starts the bot on an Official Account. */
export async function startChat(core: Core, account: OfficialAccount): Promise<Chat> {
  const { clock, random, drafts, profile, log } = core;
  const texts = createTexts(profile);
  const { account: client } = core;
  if (client === null) throw new Error('no account to chat with');
  const runTurn = core.createTurn((_kind, ref) => client.media.get(ref));
  const handleOf = createHandles(random);
  const puppet = new OfficialAccountPuppet();
  /** What a person reads when something broke outside the turn, which has words of its own. */
  const sorry = (error: unknown): string => {
    log.error('chat.failed', error);
    return bothLangs('turn.sorry');
  };
  const bothLangs = (id: 'turn.sorry' | 'turn.slow'): string =>
    profile.langs.map((lang) => texts.say(id, lang)).join('\n');
  const bot = createBot({
    puppet,
    turn: async (handle, input) => {
      const who = puppet.speaker();
      if (who?.handle !== handle) throw new Error('a message without its speaker');
      const answer = await runTurn(who, input);
      if (answer?.secret === true) puppet.confide();
      return answer?.text ?? null;
    },
    failed: sorry,
  });
  intentsOf(profile).learn();
  await bot.start();
  const identify = (openid: string): Who => ({
    handle: handleOf(openid) as Handle,
    tags: drafts.tags(openid),
  });
  const answer = createCallback({
    account,
    clock,
    random,
    after: (ms, fire) => {
      const timer = setTimeout(fire, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    identify,
    puppet,
    slowText: () => bothLangs('turn.slow'),
    opening: openingsOf(profile),
    sendLater: createSendLater(client, log),
    told: toldTo(log),
    ...{ linked: core.phones.linked, unfollowed: core.phones.unfollowed },
    ...{ consents: core.sends.counts('account'), massSent: core.sends.massSent },
    failed: sorry,
  });
  return {
    answer,
    stop: () => bot.stop(),
  };
}
