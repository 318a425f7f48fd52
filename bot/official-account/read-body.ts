import { type Readable } from 'node:stream';

export class BodyTooLargeError extends Error {
  constructor() {
    super('the body is larger than a push can be');
    this.name = 'BodyTooLargeError';
  }
}

/**
 * Reads a request's body. The rest of one that is too large is drained unkept, so that the refusal can be answered.
 * @throws BodyTooLargeError above `limit` bytes, or the stream's error if it breaks off
 */
export function readBody(request: Readable, limit = 1024 * 1024): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      chunks.length = 0;
      reject(new BodyTooLargeError());
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('error', reject);
    request.on('close', () => {
      // an error is dear: only where it is one
      if (!request.readableEnded) reject(new Error('the request broke off'));
    });
  });
}
