import { fromUtf8, utf8 } from '../../../domain/bytes.js';
import type { DraftVault } from '../../../domain/drafts/ports.js';

/** A draft vault that hides nothing but keeps every rule of tag and key; `days` are the day keys still kept. */
export function toyDrafts(today: () => string, kept: (day: string) => readonly string[]): DraftVault {
  let keys = 0;
  return {
    tags: (account) => kept(today()).map((day) => `${account} ${day}`),
    seal(day, tag, key, plain) {
      const used = key === null ? `key ${String((keys += 1))} ${day}` : fromUtf8(key);
      return { key: utf8(used), body: utf8([used, tag, fromUtf8(plain)].join('\n')) };
    },
    open({ tag, key, body }) {
      const day = fromUtf8(key).split(' ')[2] ?? '';
      const [used, place, ...plain] = fromUtf8(body).split('\n');
      if (used !== fromUtf8(key) || place !== tag || !kept(today()).includes(day)) return null;
      return { plain: utf8(plain.join('\n')), day };
    },
  };
}
