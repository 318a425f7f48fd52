/**
 * Work in the place of an account (ALTCHA, version 2): the client looks for the counter whose key begins as the
 * challenge wants it. What was solved is known by its signature; nothing about who asked is kept.
 */
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Challenge, ChallengeParameters } from 'altcha-lib/types';
import type { Clock, Random } from '../domain/ports.js';

export interface ProofOfWork {
  challenge(): Promise<{ readonly challenge: string; readonly expiresAt: string }>;
  /** The name of a challenge of ours that this counter solves in time; null: it is none, or is not solved. */
  solved(challenge: string, counter: number): Promise<string | null>;
}

const algorithm = 'SHA-256';
/** Rounds of SHA-256 for one counter: checking costs as many, so few are enough. */
const rounds = 16;
/**
 * The counter is drawn from the upper half of this range, so the work is much the same each time: 7,500 counters of 16
 * rounds are 120,000 rounds. Plain JavaScript did 750,000 a second on a desk machine: 0.16 s, and six times as long on a
 * phone.
 */
const usualCounters = 10_000;
const minutes = 10;

/**
 * Challenges solved within a minute, from which on the work doubles and doubles again. Only what was solved counts:
 * asking costs nothing, and nobody is to make it dear for others by asking.
 */
const steps = [60, 240, 960] as const;

export function createProofOfWork(parts: {
  /** signs challenges: a text that only the line has */
  readonly secret: string;
  readonly random: Random;
  readonly clock: Pick<Clock, 'now'>;
  /** fewer in a test */
  readonly counters?: number;
}): ProofOfWork {
  const { secret, random, clock, counters = usualCounters } = parts;
  const load = createLoad(clock);
  const range = (): number => counters * 2 ** steps.filter((step) => load.now() > step).length;
  const drawn = (most: number): number => {
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    const half = Math.floor(most / 2);
    return half + ((a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) % half);
  };

  return {
    async challenge() {
      const until = clock.now() + minutes * 60_000;
      const challenge = await createChallenge({
        ...{ algorithm, cost: rounds, deriveKey, counter: drawn(range()) },
        ...{ hmacSignatureSecret: secret, expiresAt: new Date(until) },
      });
      const text = JSON.stringify(challenge);
      return { challenge: Buffer.from(text).toString('base64url'), expiresAt: new Date(until).toISOString() };
    },

    async solved(text, counter) {
      const challenge = read(text);
      if (challenge === null || Number(challenge.parameters.expiresAt) * 1_000 < clock.now()) return null;
      const { parameters } = challenge;
      const key = await derived(parameters, counter);
      const { verified } = await verifySolution({
        ...{ challenge, deriveKey, hmacSignatureSecret: secret },
        solution: { counter, derivedKey: key },
      });
      if (!verified) return null;
      load.count(challenge.signature);
      return challenge.signature;
    },
  };
}

/** How many different challenges were solved in this minute or the one before, whichever are more. */
function createLoad(clock: Pick<Clock, 'now'>) {
  let minute = 0;
  let before = 0;
  const solved = new Set<string>();
  const turn = (): void => {
    const now = Math.floor(clock.now() / 60_000);
    if (now === minute) return;
    before = now === minute + 1 ? solved.size : 0;
    minute = now;
    solved.clear();
  };
  return {
    now(): number {
      turn();
      return Math.max(before, solved.size);
    },
    count(signature: string): void {
      turn();
      solved.add(signature);
    },
  };
}

async function derived(parameters: ChallengeParameters, counter: number): Promise<string> {
  const password = Buffer.alloc(20);
  Buffer.from(parameters.nonce, 'hex').copy(password);
  password.writeUInt32BE(counter, 16);
  const { derivedKey } = await deriveKey(parameters, Buffer.from(parameters.salt, 'hex'), password);
  return Buffer.from(derivedKey).toString('hex');
}

const is = (form: RegExp, value: unknown): value is string => typeof value === 'string' && form.test(value);

/** A challenge of the form that this line gives out; its signature is not looked at. */
function read(text: string): (Challenge & { readonly signature: string }) | null {
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Challenge> | null;
    const { parameters, signature } = value ?? {};
    if (!parameters || !is(/^[0-9a-f]{64}$/, signature)) return null;
    // what is signed is ours, but work is done before the signature is looked at
    const { nonce, salt, cost, algorithm: named } = parameters;
    const isOurs = [nonce, salt].every((text) => is(/^[0-9a-f]{32}$/, text));
    if (!isOurs || cost !== rounds || named !== algorithm) return null;
    return { parameters, signature };
  } catch {
    return null;
  }
}
