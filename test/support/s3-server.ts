/** A server that speaks as much S3 as one bucket needs, in memory; it refuses whatever is not signed as it came. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { signedHeaders, type S3Request } from '../../models/s3-signature.js';
import type { S3Place } from '../../models/s3-bucket.js';

export interface S3Server {
  readonly place: S3Place;
  readonly objects: Map<string, Uint8Array>;
  /** what was asked, as `PUT key`, without what was refused */
  readonly asked: string[];
  /** statuses of the next answers, instead of doing anything */
  readonly faults: (number | 'reset' | 'error-200')[];
  /** objects in one page of a list */
  pageSize: number;
  /** how many requests are answered; every later one is refused */
  refuseAfter: number;
  close(): Promise<void>;
}

type Answer = readonly [status: number, body: string | Uint8Array] | 'reset';

const account = { region: 'cn-north-1', accessKeyId: 'AKIATEST', secretAccessKey: 'secret/of+the=test' };

export async function s3Server(bucket = 'sealed-files'): Promise<S3Server> {
  const objects = new Map<string, Uint8Array>();
  const line: Omit<S3Server, 'place' | 'close'> = {
    objects,
    asked: [],
    faults: [],
    pageSize: 1_000,
    refuseAfter: Infinity,
  };

  function answerTo(request: IncomingMessage, body: Buffer): Answer {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '', `http://${headers.host ?? ''}`);
    if (!isSigned(request, url, body)) return [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>'];
    const [, named, ...rest] = url.pathname.split('/');
    const key = decodeURIComponent(rest.join('/'));
    const fault = line.faults.shift();
    if (fault === 'error-200') return [200, '<Error><Code>InternalError</Code></Error>'];
    if (fault !== undefined) return fault === 'reset' ? fault : [fault, ''];
    if (line.asked.length >= line.refuseAfter) return [403, ''];
    if (named !== bucket) return [404, '<Error><Code>NoSuchBucket</Code></Error>'];
    line.asked.push(`${method} ${key}`);
    if (method === 'DELETE') {
      objects.delete(key);
      return [204, ''];
    }
    if (method === 'GET' && key === '') return [200, listed(url.searchParams)];
    const source = headers['x-amz-copy-source'];
    const from = typeof source === 'string' ? decodeURIComponent(source).replace(`/${bucket}/`, '') : key;
    const bytes = method === 'PUT' && source === undefined ? new Uint8Array(body) : objects.get(from);
    if (bytes === undefined) return [404, '<Error><Code>NoSuchKey</Code></Error>'];
    if (method === 'PUT') objects.set(key, bytes);
    return [200, method === 'GET' ? bytes : ''];
  }

  function listed(query: URLSearchParams): string {
    const all = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
    const from = Number(query.get('continuation-token')?.replace('more&', '') ?? 0);
    const end = from + line.pageSize;
    const keys = all.slice(from, end).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    const more = end < all.length;
    const next = more ? `<NextContinuationToken>more&amp;${String(end)}</NextContinuationToken>` : '';
    return `<ListBucketResult><IsTruncated>${String(more)}</IsTruncated>${next}${keys.join('')}</ListBucketResult>`;
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answerTo(request, Buffer.concat(chunks));
      if (answer === 'reset') request.socket.destroy();
      else response.writeHead(answer[0]).end(answer[1]);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return Object.assign(line, {
    place: { ...account, bucket, endpoint: `http://127.0.0.1:${String(address.port)}` },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

/** The signature over what came, made anew. */
function isSigned(request: IncomingMessage, url: URL, body: Uint8Array): boolean {
  const { authorization = '', ...headers } = request.headers;
  const [, list = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const own = new Set(['host', 'x-amz-content-sha256', 'x-amz-date']);
  const kept = list.split(';').filter((name) => !own.has(name));
  const time = String(headers['x-amz-date']).replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  );
  const again: S3Request = {
    method: request.method as S3Request['method'],
    ...{ url, body, headers: Object.fromEntries(kept.map((name) => [name, String(headers[name])])) },
  };
  return signedHeaders(again, account, Date.parse(time))['authorization'] === authorization;
}
