import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { rememberedAnswers, type Consent, type ConsentWay } from './consent.js';
import type { Consents, ConsentTags, ConsentVault } from './ports.js';

/** Somebody, as the platform names them for one of its accounts. */
export interface ConsentingPerson {
  readonly way: ConsentWay;
  readonly openid: string;
}

export interface CountConsents {
  /** One more message of a form. `answer` names the answer: told again it is not counted again. */
  add(who: ConsentingPerson, template: string, answer: string): Promise<void>;
  /** No more messages of a form. */
  drop(who: ConsentingPerson, template: string, answer: string): Promise<void>;
  /** Nothing of them is kept. */
  forget(who: ConsentingPerson): Promise<void>;
  /** What they allowed and is left, by form. */
  read(who: ConsentingPerson): Promise<readonly KeptConsent[]>;
  /** All that is kept of them, also forms of which no message is left and that are not swept yet. */
  kept(who: ConsentingPerson): Promise<readonly KeptConsent[]>;
}

export type KeptConsent = Pick<Consent, 'template' | 'count' | 'changedOn'>;

/** Tries against others who write the same consent. */
const mostTries = 10;

/** @throws DomainError storage.unavailable */
export function createCountConsents(ports: {
  consents: Consents;
  vault: ConsentVault;
  clock: Pick<Clock, 'today'>;
}): CountConsents {
  const { consents, vault, clock } = ports;

  async function answered(
    { way, openid }: ConsentingPerson,
    template: string,
    answer: string,
    is: 'accept' | 'reject',
  ): Promise<void> {
    const tags = vault.tags(way, template, openid);
    const mark = vault.mark(tags[0], answer);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const [found] = await together(tags, vault.persons(way, openid)[0], openid);
      if (found?.answers.includes(mark)) return;
      if (found === undefined) {
        if (is === 'reject' || (await consents.insert(made(way, template, openid, tags, mark)))) return;
        continue;
      }
      const answers = [...found.answers, mark].slice(-rememberedAnswers);
      const sealed = vault.seal(found.id, openid);
      if (await consents.answer(found.id, found.turn, { is, answers, sealed, day: clock.today() })) return;
    }
    throw new DomainError('storage.unavailable');
  }

  /** What there is, under the present tag wherever it can be. */
  async function together(tags: ConsentTags, person: string, openid: string): Promise<readonly Consent[]> {
    const found = await consents.find(tags);
    const before = found.filter(({ id, open }) => id !== tags[0] && open === 0);
    if (before.length === 0) return found;
    const to = { id: tags[0], person, sealed: vault.seal(tags[0], openid) };
    for (const one of before) await consents.move(one, to);
    return consents.find(tags);
  }

  const made = (
    way: ConsentWay,
    template: string,
    openid: string,
    [id]: ConsentTags,
    mark: string,
  ): Consent => ({
    ...{ id, person: vault.persons(way, openid)[0], way, template, sealed: vault.seal(id, openid) },
    ...{ count: 1, open: 0, turn: 1, answers: [mark], changedOn: clock.today() },
  });

  async function kept({ way, openid }: ConsentingPerson): Promise<readonly KeptConsent[]> {
    const found = await consents.of(vault.persons(way, openid));
    // one that is emptied names nobody, and is gone once it is known what became of its message
    return found
      .filter(({ sealed }) => sealed.length > 0)
      .map(({ template, count, changedOn }) => ({ template, count, changedOn }));
  }

  return {
    add: (who, template, answer) => answered(who, template, answer, 'accept'),
    drop: (who, template, answer) => answered(who, template, answer, 'reject'),
    forget: ({ way, openid }) => consents.forget(vault.persons(way, openid)),
    async read(who) {
      return (await kept(who)).filter(({ count }) => count > 0);
    },
    kept,
  };
}
