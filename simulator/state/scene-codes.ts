import type { PlatformClock } from './clock.js';
import { keepLatest } from './latest.js';

/** A scene code that the account made. */
export interface SceneCode {
  readonly ticket: string;
  /** what its picture says */
  readonly url: string;
  /** what the account hears when somebody scans it */
  readonly scene: string;
  /** milliseconds since 1970; null: it is good for ever */
  readonly endsAt: number | null;
}

export interface SceneCodes {
  add(code: SceneCode): void;
  /** Whether a picture of this ticket was ever made. */
  hasTicket(ticket: string): boolean;
  /** The code of which somebody has what it says, or the address of its picture; only while it is good. */
  read(text: string): SceneCode | undefined;
  /** What is good now, the newest first. */
  latest(most: number): readonly SceneCode[];
}

const most = 10_000;

export function createSceneCodes(clock: PlatformClock): SceneCodes {
  const codes = new Map<string, SceneCode>();
  const isGood = ({ endsAt }: SceneCode): boolean => endsAt === null || endsAt > clock.now();
  const good = (): readonly SceneCode[] => [...codes.values()].filter(isGood);
  return {
    add: (code) => {
      codes.set(code.ticket, code);
      keepLatest(codes, most);
    },
    hasTicket: (ticket) => codes.has(ticket),
    read: (text) => {
      const ticket = URL.canParse(text) ? new URL(text).searchParams.get('ticket') : null;
      const bare = (address: string): string => address.replace(/^https?:\/\//, '');
      return good().find((code) => code.ticket === ticket || bare(code.url) === bare(text));
    },
    latest: (count) => good().slice(-count).reverse(),
  };
}
