/** The phones of staff in memory, and an Official Account that takes what it is told to take. */
import type { PhoneLink, StaffPhone } from '../../../domain/phones/phone.js';
import type { NotTaken, PhoneChannel, PhoneLinks, StaffPhones } from '../../../domain/phones/ports.js';

/** Phones in memory; `stored` shows them by the member's id. */
export function memoryStaffPhones(): StaffPhones & { readonly stored: Map<string, StaffPhone> } {
  const stored = new Map<string, StaffPhone>();
  const tagged = (tags: readonly string[]): StaffPhone[] =>
    [...stored.values()].filter(({ tag }) => tags.includes(tag));
  return {
    stored,
    async put(phone) {
      stored.set(phone.staffId, structuredClone(phone));
    },
    async of(staffId) {
      return structuredClone(stored.get(staffId) ?? null);
    },
    async tagged(tags) {
      return structuredClone(tagged(tags).sort((a, b) => (a.staffId < b.staffId ? -1 : 1)));
    },
    async remove(staffId) {
      stored.delete(staffId);
    },
    async removeTagged(tags) {
      for (const { staffId } of tagged(tags)) stored.delete(staffId);
    },
  };
}

/** Link codes in memory; what has ended stays until somebody removes it. */
export function memoryPhoneLinks(): PhoneLinks & { readonly stored: Map<string, PhoneLink> } {
  const stored = new Map<string, PhoneLink>();
  return {
    stored,
    async put(link) {
      stored.set(link.staffId, link);
    },
    async claim(codeHash, tags, now) {
      const found = [...stored.values()].find((link) => link.codeHash === codeHash);
      if (found === undefined || found.endsAt <= now) return null;
      if (found.usedBy !== null && !tags.includes(found.usedBy)) return null;
      stored.set(found.staffId, { ...found, usedBy: tags[0] });
      return found;
    },
    async remove(staffId) {
      stored.delete(staffId);
    },
  };
}

/** An Official Account: codes say their scene, and what was shown to whom is written down. */
export function toyPhoneChannel() {
  const toy = {
    may: true,
    refusal: null as NotTaken | null,
    scenes: [] as (readonly [scene: string, seconds: number])[],
    shown: [] as (readonly [openid: string, slug: string, lang: string])[],
  };
  const channel: PhoneChannel = {
    available: async () => toy.may,
    async code(scene, seconds) {
      if (toy.refusal !== null) return toy.refusal;
      toy.scenes.push([scene, seconds]);
      return { is: 'made', url: `https://code.test/${scene}` };
    },
    async preview(openid, { slug, lang }) {
      if (toy.refusal !== null) return toy.refusal;
      toy.shown.push([openid, slug, lang]);
      return { is: 'shown' };
    },
  };
  return Object.assign(toy, { channel });
}
