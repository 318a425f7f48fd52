import { Binary } from 'bson';
import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { MongoError } from './errors.js';
import { int, type Doc, type Reply } from './values.js';

/** The one user there is. */
export const user = 'embedded';

/** What the server keeps of a password (RFC 5802, section 3). */
export interface Verifier {
  readonly salt: string;
  readonly iterations: number;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const refused = (): MongoError => new MongoError('AuthenticationFailed', 'Authentication failed.');

export function verifierOf(password: string, salt: Buffer, iterations = 4096): Verifier {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  return { salt: salt.toString('base64'), iterations, storedKey, serverKey: hmac(salted, 'Server Key') };
}

/** One connection's login with SCRAM-SHA-256 (RFC 7677), as `saslStart` and `saslContinue` carry it. */
export class Scram {
  private spoken = '';
  private nonce = '';
  private passed = false;

  /** `draw` gives the server's part of the nonce */
  constructor(
    private readonly verifier: Verifier,
    private readonly draw: () => string,
  ) {}

  get authenticated(): boolean {
    return this.passed;
  }

  /** Answers a login command. @throws MongoError AuthenticationFailed */
  answer(name: 'saslStart' | 'saslContinue', body: Doc): Reply {
    const payload = body.get('payload');
    if (!(payload instanceof Binary)) throw refused();
    const text = Buffer.from(payload.buffer.subarray(0, payload.position)).toString('utf8');
    if (name === 'saslStart' && body.get('mechanism') !== 'SCRAM-SHA-256') throw refused();
    const said = name === 'saslStart' ? this.first(text) : this.final(text);
    return { conversationId: int(1), done: this.passed, payload: new Binary(Buffer.from(said)), ok: 1 };
  }

  private first(text: string): string {
    const [, bare = '', name, nonce] = /^n,,(n=([^,]*),r=([!-+\--~]+))$/.exec(text) ?? [];
    if (name !== user || nonce === undefined) throw refused();
    this.nonce = nonce + this.draw();
    const reply = `r=${this.nonce},s=${this.verifier.salt},i=${this.verifier.iterations}`;
    this.spoken = `${bare},${reply}`;
    return reply;
  }

  private final(text: string): string {
    const [, withoutProof = '', nonce, proof = ''] =
      /^(c=biws,r=([^,]+)),p=([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
    if (!this.nonce || nonce !== this.nonce) throw refused();
    this.nonce = ''; // one attempt for each start
    const message = `${this.spoken},${withoutProof}`;
    const signature = hmac(this.verifier.storedKey, message);
    const given = Buffer.from(proof, 'base64');
    if (given.length !== signature.length) throw refused();
    const clientKey = Buffer.from(given.map((byte, i) => byte ^ (signature[i] ?? 0)));
    if (!timingSafeEqual(createHash('sha256').update(clientKey).digest(), this.verifier.storedKey))
      throw refused();
    this.passed = true;
    return `v=${hmac(this.verifier.serverKey, message).toString('base64')}`;
  }
}
