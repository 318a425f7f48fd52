/** Consents in memory: counted on the one side, walked through by sends on the other. */
import type { Consents } from '../../../domain/subscriptions/ports.js';
import type { Consent } from '../../../domain/subscriptions/consent.js';
import type { Delivery, Recipient, Recipients, Settled } from '../../../domain/sending/ports.js';

export interface KeptConsent extends Consent {
  /** by the key of the send */
  readonly sends: Readonly<Record<string, Delivery & { readonly batch: number }>>;
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;

/** `stored` shows them by their ids. */
export function memoryConsents(): {
  readonly consents: Consents;
  readonly recipients: Recipients;
  readonly stored: Map<string, KeptConsent>;
} {
  const stored = new Map<string, KeptConsent>();
  const all = (): KeptConsent[] => [...stored.values()].sort(byId);
  const put = (one: KeptConsent): void => void stored.set(one.id, structuredClone(one));
  const bare = ({ sends, ...consent }: KeptConsent): Consent => structuredClone(consent);
  const erase = (where: (one: KeptConsent) => boolean): number => {
    const gone = all().filter(where);
    for (const { id } of gone) stored.delete(id);
    return gone.length;
  };
  const inUse = ({ open, sends }: KeptConsent): boolean => open > 0 || Object.keys(sends).length > 0;

  const consents: Consents = {
    find: async (ids) => ids.flatMap((id) => stored.get(id) ?? []).map(bare),
    async insert(consent) {
      if (stored.has(consent.id)) return false;
      put({ ...consent, sends: {} });
      return true;
    },
    async answer(id, turn, { is, answers, sealed, day }) {
      const one = stored.get(id);
      if (one?.turn !== turn) return false;
      const count = is === 'accept' ? one.count + 1 : 0;
      put({ ...one, count, answers, sealed, turn: turn + 1, changedOn: day });
      return true;
    },
    async move({ id, turn }, to) {
      const one = stored.get(id);
      if (one?.turn !== turn || one.open > 0) return false;
      stored.delete(id);
      const there = stored.get(to.id);
      const { changedOn, count } = one;
      if (there === undefined) put({ ...one, ...to });
      else put({ ...there, count: there.count + count, changedOn, sends: { ...there.sends, ...one.sends } });
      return true;
    },
    async of(persons) {
      const theirs = all().filter(({ person }) => persons.includes(person));
      const key = ({ way, template }: Consent): string => `${way} ${template}`;
      return theirs.map(bare).sort((one, other) => (key(one) < key(other) ? -1 : 1));
    },
    async forget(persons) {
      erase(({ person, open }) => persons.includes(person) && open === 0);
      for (const one of all().filter(({ person }) => persons.includes(person)))
        put({ ...one, count: 0, sealed: new Uint8Array(), answers: [], turn: one.turn + 1 });
    },
    eraseSpent: async () => erase((one) => (one.count === 0 || one.sealed.length === 0) && !inUse(one)),
    eraseUnused: async (before) => erase(({ changedOn, open }) => changedOn < before && open === 0),
  };

  const entered = (one: KeptConsent, key: string, delivery: Delivery & { batch: number }) => ({
    ...one,
    sends: { ...one.sends, [key]: delivery },
  });

  function settleOne(key: string, fence: number, settled: Settled): void {
    const one = stored.get(settled.id);
    const entry = one?.sends[key];
    if (one === undefined || entry?.state !== 'claimed' || entry.fence !== fence) return;
    const open = one.open - 1;
    switch (settled.is) {
      case 'sent':
        put({ ...entered(one, key, { ...entry, state: 'sent' }), open });
        return;
      case 'back': {
        const { [key]: _gone, ...sends } = one.sends;
        put({ ...one, sends, open, count: one.count + 1 });
        return;
      }
      case 'doubt':
        put({ ...entered(one, key, { ...entry, state: 'doubt', reason: settled.reason }), open });
        return;
      case 'skipped': {
        const count = settled.consent === 'back' ? one.count + 1 : 0;
        put({ ...entered(one, key, { ...entry, state: 'skipped', reason: settled.reason }), open, count });
      }
    }
  }

  const recipients: Recipients = {
    count: async ({ way, template }) =>
      all().filter((one) => one.way === way && one.template === template && one.count > 0).length,
    left: async ({ way, template }, key, after) =>
      all().filter(
        (one) =>
          one.way === way &&
          one.template === template &&
          one.count > 0 &&
          one.sends[key] === undefined &&
          (after === null || one.id > after),
      ).length,
    page: async ({ way, template }, key, after, limit) =>
      all()
        .filter((one) => one.way === way && one.template === template && (after === null || one.id > after))
        .slice(0, limit)
        .map(({ id, sealed, count, sends }): Recipient => {
          const entry = sends[key];
          const { state, fence, reason } = entry ?? { state: 'claimed', fence: 0, reason: null };
          return {
            ...{ id, sealed, count },
            delivery: entry === undefined ? null : { state, fence, reason },
          };
        }),
    async claim(key, ids, { fence, batch, day }) {
      for (const id of ids) {
        const one = stored.get(id);
        if (one === undefined || one.count < 1 || one.sends[key] !== undefined) continue;
        const entry = { state: 'claimed', fence, reason: null, batch } as const;
        put({ ...entered(one, key, entry), count: one.count - 1, open: one.open + 1, changedOn: day });
      }
      return ids.filter((id) => {
        const entry = stored.get(id)?.sends[key];
        return entry?.fence === fence && entry.batch === batch;
      });
    },
    async settle(key, fence, settled) {
      for (const one of settled) settleOne(key, fence, one);
    },
    claimed: async ({ way, template }, key) =>
      all()
        .filter((one) => one.way === way && one.template === template && one.sends[key]?.state === 'claimed')
        .map(({ id }) => id),
    async doubt(key, ids, fence) {
      for (const id of ids) {
        const one = stored.get(id);
        const entry = one?.sends[key];
        if (one === undefined || entry?.state !== 'claimed' || entry.fence === fence) continue;
        const doubt = { ...entry, state: 'doubt', fence, reason: 'left' } as const;
        put({ ...entered(one, key, doubt), open: one.open - 1 });
      }
    },
    async resolve({ way, template }, key, found) {
      const doubts = all().filter(
        (one) => one.way === way && one.template === template && one.sends[key]?.state === 'doubt',
      );
      for (const one of doubts) {
        const entry = one.sends[key];
        if (entry === undefined) continue;
        if (found === 'sent') put(entered(one, key, { ...entry, state: 'sent' }));
        else
          put({
            ...entered(one, key, { ...entry, state: 'skipped', reason: 'not_sent' }),
            count: one.count + 1,
          });
      }
      return doubts.length;
    },
    async drop({ way, template }, key) {
      for (const one of all()) {
        if (one.way !== way || one.template !== template) continue;
        const { [key]: _gone, ...sends } = one.sends;
        put({ ...one, sends });
      }
    },
  };
  return { consents, recipients, stored };
}
