/** Sending on a running line: what the clockwork does, what is counted from the platform's pushes, and what both rest on. */
import type { ArticlePlatform } from '../../domain/articles/platform.js';
import type { Clock, Random } from '../../domain/ports.js';
import { createAdvanceSends } from '../../domain/sending/advance-sends.js';
import { createHearMass } from '../../domain/sending/hear-mass.js';
import { mostLimits, type SendLang } from '../../domain/sending/send.js';
import type { ConsentWay } from '../../domain/subscriptions/consent.js';
import { createCountConsents } from '../../domain/subscriptions/count-consents.js';
import { createSweepConsents } from '../../domain/subscriptions/sweep-consents.js';
import type { Backend } from '../../vault/backend.js';
import { createConsentSeal } from '../../vault/consent-seal.js';
import type { ConsentCounts } from '../../wechat/consents.js';
import type { MassResult } from '../../wechat/mass.js';
import { createRequester } from '../../wechat/requester.js';
import type { Config } from '../settings/configuration.js';
import type { Storage } from '../storage/storage.js';
import { wechatClients } from '../wechat/clients.js';
import { createMassChannel } from '../wechat/mass-channel.js';
import { createNoticeChannels } from '../wechat/notice-channels.js';
import type { NoticeForm } from '../wechat/profile.js';

export interface SendCasesParts {
  readonly config: Config;
  readonly storage: Pick<Storage, 'consents' | 'recipients' | 'sends' | 'tokens' | 'articles'>;
  readonly backend: Backend;
  readonly secret: Uint8Array;
  /** `LINE_SECRET_PREVIOUS`; null: there is none */
  readonly previous: Uint8Array | null;
  readonly clock: Clock;
  /** what the platform's tokens keep to, whatever time is asked for */
  readonly rightClock: Pick<Clock, 'now'>;
  readonly random: Random;
  /** null: no Official Account is set up */
  readonly platform: ArticlePlatform | null;
  /** the forms of the profile */
  readonly forms: readonly NoticeForm[];
  readonly lang: SendLang;
  /** whether the mass send of an occurrence has its place in what the account may send */
  readonly hasPlace: (occurrence: string) => Promise<boolean>;
  readonly held: () => Promise<boolean>;
  readonly failed: (error: unknown) => void;
}

export type SendCases = ReturnType<typeof openSends>;

/** Ends after so many milliseconds; a process ends without it. */
const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

export function openSends(parts: SendCasesParts) {
  const { config, storage, backend, secret, previous, clock, random, hasPlace, held, failed } = parts;
  const { consents, recipients, sends, tokens } = storage;
  const vault = createConsentSeal(backend, { secret, random, ...(previous === null ? {} : { previous }) });
  const count = createCountConsents({ consents, vault, clock });
  const hear = createHearMass({ sends, clock });
  // connections of its own: who writes in the chat does not wait behind a send
  const requester = createRequester(mostLimits.concurrency);
  const { officialAccount, miniProgram } = wechatClients({
    ...{ config, request: requester.request, tokens, clock: parts.rightClock, random },
  });
  const channelOf = createNoticeChannels({
    ...{ account: officialAccount?.notify ?? null, mini: miniProgram?.notify ?? null },
    ...{ forms: parts.forms, lang: parts.lang },
  });
  const mass =
    officialAccount === null || parts.platform === null
      ? null
      : createMassChannel({
          ...{ mass: officialAccount.mass, articles: storage.articles },
          ...{ platform: parts.platform, lang: parts.lang },
        });
  return {
    /** What people allowed: counted, read, forgotten. */
    consents: count,
    /** The same for the pushes of one account. Of the mini-program its own page counts what is allowed, and no push. */
    counts: (way: ConsentWay): ConsentCounts => ({
      add: async (openid, template, answer) => {
        if (way === 'account') await count.add({ way, openid }, template, answer);
      },
      drop: (openid, template, answer) => count.drop({ way, openid }, template, answer),
      forget: (openid) => count.forget({ way, openid }),
    }),
    massSent: ({ msgId, ...result }: MassResult) => hear({ jobId: msgId, ...result }),
    advance: createAdvanceSends({
      ...{ sends, recipients, clock, wait, zone: config.zone, channelOf, mass, hasPlace },
      ...{ held, failed },
      openid: (id, sealed) => vault.open(id, sealed),
    }),
    sweep: createSweepConsents({ consents, recipients, sends, clock }),
    close: () => {
      requester.close();
    },
  };
}
