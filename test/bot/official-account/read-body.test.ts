import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { BodyTooLargeError, readBody } from '../../../bot/official-account/read-body.js';

describe('readBody', () => {
  test('a body in pieces is read whole', async () => {
    const stream = new PassThrough();
    const body = readBody(stream, 6);
    stream.write('abc');
    stream.end('def');
    expect(Buffer.from(await body).toString()).toBe('abcdef');
  });

  test('one byte more is refused, and the rest drained', async () => {
    const stream = new PassThrough({ highWaterMark: 4 });
    const body = readBody(stream, 6);
    const ended = new Promise((resolve) => stream.on('end', resolve));
    stream.end(Buffer.alloc(100_000));
    await expect(body).rejects.toThrow(BodyTooLargeError);
    await ended;
  });

  test('a body that breaks off is an error, not an answer', async () => {
    const stream = new PassThrough();
    const body = readBody(stream);
    stream.write('abc');
    stream.destroy();
    await expect(body).rejects.toThrow('broke off');
  });
});
