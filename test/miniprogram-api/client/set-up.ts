/** A client on the pretended API, with time that passes only where somebody waits for it. */
import { createClient } from '../../../miniprogram-api/client/client.js';
import type { ClientOptions } from '../../../miniprogram-api/client/core.js';
import type { ByteSource, ClientPorts } from '../../../miniprogram-api/client/ports.js';
import { drawReceipt } from '../../../questions/receipt.js';
import type { Answers } from '../../../questions/types.js';
import { apiServer } from '../../support/fakes/api-server.js';
import { countingRandom, sodium } from '../../vault/support.js';

/** Time that jumps to the next sleeper when nothing else happens. What waits longer than a minute wakes last of all. */
export function virtualTime(start = '2026-12-01T02:00:00Z') {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let now = Date.parse(start);
  let pumping = false;
  async function pump(): Promise<void> {
    // what is under way goes first: real work of other threads takes a few turns of the loop
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const next = sleepers.sort((a, b) => a.at - b.at)[0];
    if (next && next.at - now < 20_000) {
      sleepers.shift();
      now = Math.max(now, next.at);
      next.wake();
    }
    pumping = sleepers.some(({ at }) => at - now < 20_000);
    if (pumping) await pump();
  }
  return {
    now: () => now,
    pause: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + ms, wake });
        if (!pumping && ms < 20_000) {
          pumping = true;
          void pump();
        }
      }),
    /** Lets so much time pass at once. */
    pass(ms: number): void {
      now += ms;
      for (const due of sleepers.filter(({ at }) => at <= now)) {
        sleepers.splice(sleepers.indexOf(due), 1);
        due.wake();
      }
    },
  };
}

/** One turn of the event loop. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Waits for something that will be so in a moment. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; !holds(); turns += 1) {
    if (turns > 100_000) throw new Error('it never came');
    await turn();
  }
}

export function clientWith(
  changes: Partial<ClientPorts> & {
    options?: ClientOptions;
    seed?: string;
    server?: ReturnType<typeof apiServer>;
  } = {},
) {
  const { options, seed = 'client', server = apiServer(), ...ports } = changes;
  // an answer is never there at once
  const request: ClientPorts['request'] = async (asked) => {
    await turn();
    return server.request(asked);
  };
  const time = virtualTime();
  const random = countingRandom(seed);
  const client = createClient(
    { request, random, now: time.now, pause: time.pause, backend: sodium, ...ports },
    options,
  );
  return { client, server, time, random };
}

export const answers: Answers = {
  category: { words: 'Spying', code: 'spying' },
  story: { words: '有人夜里在发射场外拍照 🚀' },
  when: { words: 'last night', days: ['2026-11-30', '2026-11-30'] },
  where: { words: '', code: '-' },
  who: { words: '张三' },
  reach: { words: '13800000000' },
  agree: { words: '', code: 'yes' },
};

/** A receipt that nobody was given, with the right check digit. */
export const strange = drawReceipt(countingRandom('strange'));

export const content = { graph: 'g1', lang: 'zh', answers, notes: ['and one more thing'] } as const;

/** Taken once: here a global is looked up each time. */
const { imul } = Math;

/** A file of counted bytes, and how often it was read. */
export function fileOf(size: number, seed = 1): ByteSource & { reads: number; bytes: Uint8Array } {
  const bytes = new Uint8Array(size);
  for (let i = 0, x = seed; i < size; i += 1) {
    x = (imul(x, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = x >>> 24;
  }
  const source = {
    ...{ size, bytes, reads: 0 },
    async read(from: number, to: number) {
      source.reads += 1;
      return bytes.subarray(from, to);
    },
  };
  return source;
}
