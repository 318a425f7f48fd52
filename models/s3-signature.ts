/** AWS Signature Version 4, as far as objects of one bucket need it: the platform's protocol, no secret of the line. */
import { createHash, createHmac } from 'node:crypto';

export interface S3Account {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** with its path encoded as `encodeKey` does */
  readonly url: URL;
  /** lower-case names; all of them are signed */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A key as it stands in an address: every byte but unreserved ones and the slash is escaped, once. */
export const encodeKey = (key: string): string => key.split('/').map(escaped).join('/');

/** The headers with which a request is sent. `now`: milliseconds since 1970; the server refuses what is minutes off. */
export function signedHeaders(request: S3Request, account: S3Account, now: number): Record<string, string> {
  const { method, url, body } = request;
  const time = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const headers: Record<string, string> = {
    ...request.headers,
    host: url.host,
    'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    'x-amz-date': time,
  };
  const names = Object.keys(headers).sort();
  const query = [...url.searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort();
  const canonical = [
    ...[method, url.pathname, query.join('&')],
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    ...['', names.join(';'), headers['x-amz-content-sha256'] ?? ''],
  ].join('\n');
  const scope = `${day}/${account.region}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const key = [day, account.region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (from, part) => createHmac('sha256', from).update(part).digest(),
    `AWS4${account.secretAccessKey}`,
  );
  const signature = createHmac('sha256', key)
    .update(['AWS4-HMAC-SHA256', time, scope, hash].join('\n'))
    .digest('hex');
  const credential = `Credential=${account.accessKeyId}/${scope}`;
  const authorization = `AWS4-HMAC-SHA256 ${credential},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { ...headers, authorization };
}

/** RFC 3986: encodeURIComponent leaves five more characters as they are. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
