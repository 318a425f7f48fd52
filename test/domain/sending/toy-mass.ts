/** A platform that takes mass sends, as told: each name once, whatever becomes of its answer. */
import type { MassChannel, MassPrepared, MassSeen, MassSubmitted } from '../../../domain/sending/channels.js';

export function toyMass() {
  const toy = {
    /** names under which something went out, with how often */
    sent: new Map<string, number>(),
    names: [] as string[],
    drafts: 0,
    prepared: { is: 'ready', draftId: 'draft' } as MassPrepared,
    /** the answer to the next calls, in order; then: accepted */
    answers: [] as (MassSubmitted | { readonly is: 'lost_after' })[],
    seen: { is: 'running' } as MassSeen,
    awaitsAdmin: false,
  };
  const channel: MassChannel = {
    async prepare() {
      toy.drafts += 1;
      return toy.prepared;
    },
    async submit(_order, _draftId, key) {
      toy.names.push(key);
      const answer = toy.answers.shift() ?? { is: 'accepted' };
      if (answer.is !== 'accepted' && answer.is !== 'lost_after') return answer;
      if (!toy.sent.has(key)) toy.sent.set(key, 1);
      if (answer.is === 'lost_after') return { is: 'lost', reason: 'no_answer' };
      return { is: 'accepted', jobId: `job of ${key}`, awaitsAdmin: toy.awaitsAdmin };
    },
    look: async () => toy.seen,
  };
  return Object.assign(toy, { channel });
}
