import { articleLimits } from '../../../../domain/articles/check-article.js';
import { idleMost, minute } from '../../../../domain/staff/staff.js';
import type { RouteTable } from '../route.js';

/** What a page has to know of the line before anybody signed in. */
export interface LineFacts {
  readonly name: Readonly<Record<'zh' | 'en', string>>;
  /** 16 bytes, hex: goes into what a browser makes of a passphrase */
  readonly lineId: string;
  /** a sample says so on every page */
  readonly sample: boolean;
  /** IANA name */
  readonly zone: string;
  readonly publicUrl: string;
  readonly categories: readonly {
    readonly id: string;
    readonly label: Readonly<Record<'zh' | 'en', string>>;
  }[];
}

/** What an article may be long: characters, and for its content also bytes. */
const { title, author, digest, content, contentBytes } = articleLimits;
const limits = { title, author, digest, content, contentBytes };

/** The line itself. `version`: of the build. */
export function lineRoutes(facts: LineFacts, version: string): RouteTable {
  const { name, lineId, sample, zone, publicUrl, categories } = facts;
  const answer = {
    ...{ name, lineId, sample, zone, version, publicUrl, categories, limits },
    languages: ['zh', 'en'],
    idleMinutes: idleMost / minute,
  };
  return [
    {
      ...{ method: 'GET', path: '/api/line', act: 'open' },
      handle: (ctx) => {
        ctx.body = answer;
      },
    },
  ];
}
