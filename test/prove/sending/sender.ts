/** A process that works on what is to be sent, until it is killed: by itself at a named call, or by whoever began it. */
import type { Connection } from 'mongoose';
import { createAdvanceSends } from '../../../domain/sending/advance-sends.js';
import type { Recipients, SendStore } from '../../../domain/sending/ports.js';
import type { NoticeChannel } from '../../../domain/sending/channels.js';
import { connect } from '../../../models/connect.js';
import { createRecipientStore } from '../../../models/consent-recipients.store.js';
import { createSendStore } from '../../../models/send.store.js';
import { dayIn } from '../../../domain/days.js';
import { createNoticeChannels } from '../../../runtime/wechat/notice-channels.js';
import { sampleOfficialAccount } from '../../../simulator/account.js';
import { createConsentSeal } from '../../../vault/consent-seal.js';
import { createArgon2Pool } from '../../../vault/node/argon2.js';
import { createRandom } from '../../../vault/node/random.js';
import { createSodium } from '../../../vault/node/sodium.js';
import { createOfficialAccountClient } from '../../../wechat/client.js';
import { createRequester } from '../../../wechat/requester.js';
import { memoryAccessTokens } from '../../support/fakes/access-tokens.js';
import type { Death, SenderTask } from './sender-task.js';

const task = JSON.parse(process.argv[2] ?? '{}') as SenderTask;
const { uri, origin, offset, leaseMs, death, template } = task;
const zone = 'Asia/Shanghai';
const clock = {
  now: () => Date.now() + offset,
  today: () => dayIn(zone, Date.now() + offset),
  dayAt: (ms: number) => dayIn(zone, ms),
};

const seen = new Map<string, number>();
/** Kills this process if its time has come; what the kernel has of it already goes its way. */
function maybeDie(call: string, when: Death['when']): void {
  if (death?.call !== call || death.when !== when || (seen.get(call) ?? 0) < death.nth) return;
  process.kill(process.pid, 'SIGKILL');
}

const mortal =
  <A extends readonly unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    seen.set(name, (seen.get(name) ?? 0) + 1);
    maybeDie(name, 'before');
    const answer = await call(...args);
    maybeDie(name, 'after');
    return answer;
  };

function mortalStore<T extends SendStore | Recipients>(store: T): T {
  const calls = Object.entries(store).map(([name, call]: [string, unknown]) => [
    name,
    typeof call === 'function'
      ? mortal(name, call as (...args: readonly unknown[]) => Promise<unknown>)
      : call,
  ]);
  return Object.fromEntries(calls) as T;
}

/** On a busy machine the database may be late. */
async function patiently(tries = 20): Promise<Connection> {
  return connect(uri).catch((error: unknown) => {
    if (tries === 0) throw error;
    return patiently(tries - 1);
  });
}
const connection = await patiently();
const random = createRandom();
const vault = createConsentSeal(createSodium(createArgon2Pool(1)), {
  secret: Buffer.from(task.secret, 'base64url'),
  random,
});
const base = `${origin}/simulator/wechat`;
const client = createOfficialAccountClient({
  ...{ base, pictureBase: base, random, request: createRequester(64).request },
  ...{ appid: sampleOfficialAccount.appid, secret: sampleOfficialAccount.secret },
  ...{ tokens: memoryAccessTokens(), clock: { now: () => Date.now() }, timeoutMs: task.timeoutMs },
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 20)),
});
const channelOf = createNoticeChannels({
  ...{ account: client.notify, mini: null, lang: 'zh' },
  forms: [
    {
      ...{ kind: 'education-day', account: 'officialAccount', template },
      fields: {
        thing1: { zh: '{title}', en: '{title}' },
        time2: { zh: '{day} 09:00', en: '{day} 09:00' },
        thing3: { zh: '{body}', en: '{body}' },
      },
    },
  ],
});
const advance = createAdvanceSends({
  ...{ clock, zone, leaseMs, mass: null, held: async () => false },
  hasPlace: async () => true,
  sends: mortalStore(createSendStore(connection)),
  recipients: mortalStore(createRecipientStore(connection)),
  openid: (id, sealed) => vault.open(id, sealed),
  channelOf(order) {
    const channel = channelOf(order);
    if ('refused' in channel) return channel;
    const deliver: NoticeChannel['deliver'] = mortal('deliver', (openid: string) => channel.deliver(openid));
    return { ...channel, deliver };
  },
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  failed: (error) => {
    process.stderr.write(`${String(error)}\n`);
  },
});
process.send?.('ready');
for (;;) {
  await advance(5);
  await new Promise((resolve) => setTimeout(resolve, 20));
}
