/** Tickets for work, as the API gives them: altcha's own challenges, checked by its own derivation. */
import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { fromHex, concat, toBase64url, uint32 } from '../../../vault/bytes.js';
import { Refused } from './api-refused.js';
import { random } from './api-line.js';

export function apiTickets() {
  const challenges = new Map<string, { salt: string; nonce: string; cost: number; prefix: string }>();
  const bySolution = new Map<string, string>();
  const open = new Set<string>();

  async function challenge(): Promise<string> {
    const made = await createChallenge({
      ...{ algorithm: 'SHA-256', cost: 5, deriveKey, hmacSignatureSecret: 'fake' },
      counter: 5 + ((random(1)[0] ?? 0) % 20),
    });
    const text = toBase64url(new TextEncoder().encode(JSON.stringify(made)));
    const { salt, nonce, cost, keyPrefix } = made.parameters;
    challenges.set(text, { salt, nonce, cost, prefix: keyPrefix });
    return text;
  }

  /** The same solution gives the same ticket, however often it is sent. */
  async function redeem(text: unknown, counter: unknown): Promise<string> {
    const asked = typeof text === 'string' ? challenges.get(text) : undefined;
    if (asked === undefined || typeof counter !== 'number') throw new Refused(422, 'ticket.refused');
    const password = concat(fromHex(asked.nonce), uint32(counter));
    const parameters = {
      algorithm: 'SHA-256',
      cost: asked.cost,
      keyLength: 32,
      keyPrefix: '',
      nonce: '',
      salt: '',
    };
    const { derivedKey } = await deriveKey(parameters, fromHex(asked.salt), password);
    if (!Buffer.from(derivedKey).toString('hex').startsWith(asked.prefix))
      throw new Refused(422, 'ticket.refused');
    const known = bySolution.get(String(text));
    if (known !== undefined) return known;
    const ticket = `t_${toBase64url(random(16))}`;
    bySolution.set(String(text), ticket);
    open.add(ticket);
    return ticket;
  }

  return { challenge, redeem, open };
}
