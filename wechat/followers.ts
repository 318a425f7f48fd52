/** Followers are never mirrored: their number is all that is read, and what comes with it is dropped. */
import { type Api } from './api.js';
import { numberOf } from './json.js';

export interface Followers {
  count(): Promise<number>;
}

export function createFollowers(api: Api): Followers {
  return {
    async count() {
      return numberOf(await api.json({ path: '/cgi-bin/user/get', repeatable: true }), 'total', 0);
    },
  };
}
