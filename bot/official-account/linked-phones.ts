/**
 * A member of staff links their own phone by scanning a code of the desk. It is heard here and goes no further: no turn
 * begins, and neither code nor account is handed to anything but the hook.
 */
import { type Fields } from '../../wechat/xml.js';
import { type Heard, sceneOf } from './inbound.js';

export interface LinkedPhonesOptions {
  /** Takes the code and the account that scanned it; answers what to say there, null for nothing. */
  readonly linked: ((code: string, openid: string) => Promise<string | null>) | undefined;
  /** Hears of every account that left. */
  readonly unfollowed: ((openid: string) => Promise<void>) | undefined;
  readonly failed: (error: unknown) => unknown;
}

export interface LinkedPhones {
  /** What to answer to a link code; null: it is none, or nobody takes them. */
  scanned(fields: Fields, heard: Heard): Promise<string | null> | null;
  /** Somebody left. Never throws. */
  left(openid: string): Promise<void>;
}

const prefix = 'link:';

export function createLinkedPhones({ linked, unfollowed, failed }: LinkedPhonesOptions): LinkedPhones {
  const running = new Map<string, Promise<string | null>>();
  return {
    scanned(fields, { id, openid }) {
      const scene = sceneOf(fields);
      if (linked === undefined || scene?.startsWith(prefix) !== true) return null;
      // A delivery that comes again while the first is under way gets the same answer.
      const answer =
        running.get(id) ?? linked(scene.slice(prefix.length), openid).finally(() => running.delete(id));
      running.set(id, answer);
      return answer;
    },
    async left(openid) {
      try {
        await unfollowed?.(openid);
      } catch (error) {
        failed(error);
      }
    },
  };
}
