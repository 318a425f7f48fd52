/** A line that sends, in memory: people who allowed messages, their phones, and workers that can be killed. */
import type { AdvanceSendsPorts } from '../../../domain/sending/advance-ports.js';
import { createAdvanceSends } from '../../../domain/sending/advance-sends.js';
import type { Delivered, MassChannel } from '../../../domain/sending/channels.js';
import type { Send, SendOrder } from '../../../domain/sending/send.js';
import { createSends } from '../../../domain/sending/sends.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryConsents } from '../../support/fakes/consents.js';
import { memorySends } from '../../support/fakes/sends.js';
import { sendsAt, someConsent, someOrder } from '../../support/sends.js';

/** Waits a thousandth of what it is asked to. */
export const briefly = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms / 1_000);
  });

/** What the platform makes of a message; `arrive` puts it on the phone. */
export type Platform = (openid: string, arrive: () => void) => Promise<Delivered>;

export interface World extends ReturnType<typeof createLine> {
  order: SendOrder;
  /** messages that arrived, by openid */
  readonly phones: Map<string, number>;
  /** most that were under way at once */
  most: number;
  underWay: number;
  /** openids in the order in which they were asked for */
  readonly asked: string[];
  held: boolean;
  /** whether a mass send has its place in the account's budget */
  place: boolean;
  readonly failures: unknown[];
  platform: Platform;
  mass: MassChannel | null;
  begin(order?: SendOrder): Promise<Send>;
  now(id?: string): Promise<Send>;
  worker(changes?: Partial<AdvanceSendsPorts>): ReturnType<typeof createAdvanceSends>;
  /** Looks as the clockwork does, with a minute between, until nothing more is due. */
  run(most?: number): Promise<Send>;
  /** What stands in the consents, by what became of each. */
  became(send: Send): Readonly<Record<string, number>>;
}

function createLine() {
  const clock = handClock(new Date(sendsAt).toISOString());
  const { consents, recipients, stored } = memoryConsents();
  const sends = memorySends();
  let key = 0;
  const desk = createSends({
    ...{ sends, recipients, clock },
    random: (bytes) => new Uint8Array(bytes).fill((key += 1)),
  });
  return { clock, consents, recipients, stored, sends, desk };
}

/** `people` of them allowed `each` messages. */
export function createWorld({ people = 10, each = 1 } = {}): World & { readonly ids: readonly string[] } {
  const line = createLine();
  const { clock, consents, sends, desk, stored } = line;
  const ids = Array.from({ length: people }, (_, n) => `r${String(n).padStart(5, '0')}`);
  const world: World & { readonly ids: readonly string[] } = {
    ...line,
    ids,
    order: someOrder(),
    phones: new Map(),
    ...{ most: 0, underWay: 0, asked: [], held: false, place: true, failures: [] },
    async platform(_openid, arrive) {
      arrive();
      return { is: 'sent' };
    },
    mass: null,
    async begin(order = world.order) {
      for (const id of ids) await consents.insert(someConsent(id, { count: each }));
      await desk.start(order);
      return world.now(order.id);
    },
    async now(id = world.order.id) {
      const send = await sends.byId(id);
      if (send === null) throw new Error('no such send');
      return send;
    },
    worker: (changes = {}) => createAdvanceSends(portsOf(world, changes)),
    async run(most = 50) {
      const advance = world.worker();
      for (let looks = 0; looks < most; looks += 1) {
        const { found } = await advance(10);
        if (found === 0) break;
        clock.advance(60_000);
      }
      return world.now();
    },
    became(send) {
      const counts: Record<string, number> = {};
      for (const { sends: entries } of stored.values()) {
        const state = entries[send.key]?.state ?? 'nothing';
        counts[state] = (counts[state] ?? 0) + 1;
      }
      return counts;
    },
  };
  return world;
}

export const openidOf = (id: string): string => `o-${id}`;

export function portsOf(world: World, changes: Partial<AdvanceSendsPorts> = {}): AdvanceSendsPorts {
  const deliver = async (openid: string): Promise<Delivered> => {
    world.asked.push(openid);
    world.underWay += 1;
    world.most = Math.max(world.most, world.underWay);
    try {
      return await world.platform(openid, () => {
        world.phones.set(openid, (world.phones.get(openid) ?? 0) + 1);
      });
    } finally {
      world.underWay -= 1;
    }
  };
  return {
    ...{ sends: world.sends, recipients: world.recipients, clock: world.clock, wait: briefly },
    openid: (id, sealed) => (sealed.length === 0 ? null : openidOf(id)),
    channelOf: () => ({ template: 'form', deliver }),
    mass: world.mass,
    hasPlace: async () => world.place,
    held: async () => world.held,
    zone: 'Asia/Shanghai',
    failed: (error) => {
      world.failures.push(error);
    },
    ...changes,
  };
}

/** People by how often it arrived. */
export function arrivals(
  world: World & { readonly ids: readonly string[] },
): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const id of world.ids) {
    const times = world.phones.get(openidOf(id)) ?? 0;
    counts[times] = (counts[times] ?? 0) + 1;
  }
  return counts;
}
