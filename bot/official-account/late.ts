/**
 * What a turn says when its reply slot is gone: it goes out by another way where there is one and it is not secret,
 * else it stands before the answer to the person's next message. Kept in memory for ten minutes; after that, or a
 * restart, asking for a repeat does the same, for the conversation itself is stored.
 */
import { maxTextBytes } from '../../wechat/text.js';
import { type Handle, type Who } from '../dialogue/types.js';
import { type Heard, type Said } from './inbound.js';
import { type Outgoing } from './puppet.js';

/** Whom to write to, and what they did: it opens the window in which they may be written to. */
export interface Addressee {
  readonly openid: string;
  readonly handle: Handle;
  readonly act: 'message' | 'tap';
}

/** Answers whether the text has reached the person or may have: then it is not said again. */
export type SendLater = (to: Addressee, text: string) => Promise<boolean>;

export interface LateOptions {
  /** milliseconds since 1970 */
  readonly now: () => number;
  readonly send: SendLater;
  readonly failed: (error: unknown) => unknown;
}

export interface Late {
  /** A turn was answered for before it was ready. If a repeated delivery waits for it at its end, that one gets it. */
  follow(
    heard: Heard,
    who: Who,
    one: { readonly turn: Promise<Outgoing | null>; readonly waiting: number },
  ): void;
  /** An answer, and before it what the person has not been told yet, as far as both fit into one message. */
  join(who: Who, outgoing: Outgoing | null): string | null;
}

interface Owed {
  readonly texts: readonly string[];
  readonly until: number;
}

const keptMs = 600_000;
/** Texts of one person, and people, at once. */
const most = { texts: 4, people: 1_000 } as const;

export function createLate({ now, send, failed }: LateOptions): Late {
  const owed = new Map<Handle, Owed>();

  const waitingFor = (handle: Handle): readonly string[] => {
    const found = owed.get(handle);
    return found !== undefined && found.until > now() ? found.texts : [];
  };
  function owe(handle: Handle, text: string): void {
    const texts = [...waitingFor(handle), text].slice(-most.texts);
    owed.delete(handle);
    owed.set(handle, { texts, until: now() + keptMs });
    for (const [oldest, { until }] of owed) {
      if (owed.size <= most.people && until > now()) break;
      owed.delete(oldest);
    }
  }
  async function bring(heard: Heard, who: Who, outgoing: Outgoing): Promise<void> {
    const { handle } = who;
    const to = { openid: heard.openid, handle, act: actOf(heard.said) };
    if (outgoing.secret || !(await send(to, outgoing.text))) owe(handle, outgoing.text);
  }

  return {
    follow(heard, who, one) {
      one.turn
        .then((outgoing) => {
          const unsaid = outgoing !== null && one.waiting === 0 && heard.said.e !== 'leave';
          return unsaid ? bring(heard, who, outgoing) : undefined;
        })
        .catch(failed);
    },
    join({ handle }, outgoing) {
      let before = waitingFor(handle).filter((text) => outgoing?.text.includes(text) !== true);
      owed.delete(handle);
      const whole = (): string => [...before, ...(outgoing === null ? [] : [outgoing.text])].join('\n\n');
      while (before.length > 0 && Buffer.byteLength(whole()) > maxTextBytes) before = before.slice(1);
      return outgoing === null && before.length === 0 ? null : whole();
    },
  };
}

const taps: readonly Said['e'][] = ['tap', 'menu', 'follow'];
const actOf = (said: Said): Addressee['act'] => (taps.includes(said.e) ? 'tap' : 'message');
