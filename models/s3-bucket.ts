/** Objects of one bucket, by any server that speaks S3: addressed by path, signed, tried again where that may help. */
import { DomainError } from '../domain/errors.js';
import { encodeKey, type S3Account, type S3Request, signedHeaders } from './s3-signature.js';

/** Where a bucket is and who may use it. */
export interface S3Place extends S3Account {
  /** origin, with a path or without, and no slash at its end */
  readonly endpoint: string;
  readonly bucket: string;
}

export interface S3Bucket {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null: there is none. */
  get(key: string): Promise<Uint8Array | null>;
  /** Under another key too, on the server. False: there is none to copy. */
  copy(from: string, to: string): Promise<boolean>;
  /** None there is no error. */
  remove(key: string): Promise<void>;
  /** All keys that begin so, in the order of their bytes. */
  list(prefix: string): Promise<readonly string[]>;
}

export interface S3Ports {
  /** the time as it is: a request that is minutes off is refused */
  readonly clock: { now(): number };
  /** Ends after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

const tries = 3;
const pauseMs = 200;
/** Milliseconds within which an answer must be there whole. */
const answerWithin = 30_000;
const nothing = new Uint8Array();

/** @throws DomainError storage.unavailable from each, with no address, key or answer of the server in it */
export function createS3Bucket(place: S3Place, { clock, wait }: S3Ports): S3Bucket {
  const base = `${place.endpoint}/${place.bucket}`;
  const addressOf = (key: string): URL => new URL(`${base}/${encodeKey(key)}`);

  async function once(request: S3Request): Promise<{ status: number; bytes: Uint8Array }> {
    const { host: _host, ...headers } = signedHeaders(request, place, clock.now());
    const { method, url, body } = request;
    const answer = await fetch(url, {
      ...{ method, headers, redirect: 'error', signal: AbortSignal.timeout(answerWithin) },
      ...(method === 'PUT' ? { body: Buffer.from(body) } : {}),
    });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  /** What came, if its status is one of those that are expected. */
  async function ask(
    method: S3Request['method'],
    url: URL,
    { body = nothing, headers = {} }: Partial<Pick<S3Request, 'body' | 'headers'>> = {},
  ): Promise<{ status: number; bytes: Uint8Array }> {
    let last = 'no answer';
    for (let count = 1; count <= tries; count += 1) {
      if (count > 1) await wait(pauseMs * count);
      try {
        const answer = await once({ method, url, headers, body });
        if (answer.status < 300 || answer.status === 404) return answer;
        last = `status ${answer.status}`;
        if (answer.status < 500 && answer.status !== 429) break;
      } catch {
        last = 'no answer'; // what fetch throws names the address
      }
    }
    throw new DomainError('storage.unavailable', { cause: new Error(`S3: ${last}`) });
  }

  /** A bucket that is not there answers as an object does that is not. */
  function found(status: number): void {
    if (status === 404)
      throw new DomainError('storage.unavailable', { cause: new Error('S3: no such bucket') });
  }

  return {
    async put(key, body) {
      const headers = { 'content-type': 'application/octet-stream' };
      found((await ask('PUT', addressOf(key), { body, headers })).status);
    },

    async get(key) {
      const { status, bytes } = await ask('GET', addressOf(key));
      return status === 404 ? null : bytes;
    },

    async copy(from, to) {
      const headers = { 'x-amz-copy-source': `/${place.bucket}/${encodeKey(from)}` };
      const { status, bytes } = await ask('PUT', addressOf(to), { headers });
      if (status === 404) return false;
      // a copy that fails on the way says so in an answer of status 200
      if (textOf(bytes).includes('<Error>'))
        throw new DomainError('storage.unavailable', { cause: new Error('S3: not copied') });
      return true;
    },

    async remove(key) {
      await ask('DELETE', addressOf(key));
    },

    async list(prefix) {
      const keys: string[] = [];
      for (let token: string | null = ''; token !== null;) {
        const url = new URL(base);
        const from: Record<string, string> = token === '' ? {} : { 'continuation-token': token };
        url.search = new URLSearchParams({ 'list-type': '2', prefix, ...from }).toString();
        const { status, bytes } = await ask('GET', url);
        found(status);
        const page = textOf(bytes);
        keys.push(...[...page.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => plain(key)));
        const [, next] = /<NextContinuationToken>([^<]+)</.exec(page) ?? [];
        token = page.includes('<IsTruncated>true<') && next !== undefined ? plain(next) : null;
      }
      return keys;
    },
  };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);
