/** A worker that is killed at its n-th call of anything outside: before the call is made, or when its answer is on the way. */
import type { AdvanceSendsPorts } from '../../../domain/sending/advance-ports.js';
import { createAdvanceSends } from '../../../domain/sending/advance-sends.js';
import { portsOf, type World } from './set-up.js';

export interface Death {
  /** counted from 1 */
  readonly call: number;
  readonly when: 'before' | 'after';
}

type AnyCall = (...args: readonly unknown[]) => Promise<unknown>;

const isCall = (value: unknown): value is AnyCall => typeof value === 'function';

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Runs a worker until it dies, or is through; answers how many calls it made. */
export async function runUntilDeath(world: World, death: Death): Promise<number> {
  let calls = 0;
  let dead = false;
  let died = (): void => undefined;
  const end = new Promise<void>((resolve) => {
    died = resolve;
  });

  const mortal =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (dead) return never();
      calls += 1;
      const last = calls === death.call;
      if (last) {
        dead = true;
        died();
        if (death.when === 'before') return never();
      }
      const answer = await call(...args);
      return dead ? never() : answer;
    };
  const allMortal = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, call]: [string, unknown]) => [
        name,
        isCall(call) ? mortal(call) : call,
      ]),
    ) as T;

  const ports = portsOf(world);
  const deathly: AdvanceSendsPorts = {
    ...ports,
    sends: allMortal(ports.sends),
    recipients: allMortal(ports.recipients),
    wait: async (ms) => (dead ? never() : ports.wait(ms)),
    channelOf(order) {
      const channel = ports.channelOf(order);
      if ('refused' in channel) return channel;
      return { ...channel, deliver: mortal((openid: string) => channel.deliver(openid)) };
    },
    mass: ports.mass && allMortal(ports.mass),
  };
  await Promise.race([createAdvanceSends(deathly)(10), end]);
  return calls;
}
