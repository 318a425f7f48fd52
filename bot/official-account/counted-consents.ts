/** What people say to the question whether they want messages: counted here, and no turn of the chat begins. */
import { type ConsentCounts, countPush } from '../../wechat/consents.js';
import { type Fields, textOf } from '../../wechat/xml.js';

export interface CountedConsents {
  /** Counts what is in a push, if anything is. Never throws: the platform is told that it arrived. */
  pushed(fields: Fields): Promise<void>;
  /** Somebody left: nothing of them stays. Never throws. */
  left(openid: string): Promise<void>;
}

export function createCountedConsents({
  consents,
  failed,
}: {
  readonly consents: ConsentCounts | undefined;
  readonly failed: (error: unknown) => unknown;
}): CountedConsents {
  const guarded = async (count: (counts: ConsentCounts) => Promise<void>): Promise<void> => {
    try {
      if (consents !== undefined) await count(consents);
    } catch (error) {
      failed(error);
    }
  };
  return {
    async pushed(fields) {
      const openid = textOf(fields, 'FromUserName') ?? '';
      if (openid !== '') await guarded((counts) => countPush(counts, openid, fields));
    },
    left: (openid) => guarded((counts) => counts.forget(openid)),
  };
}
