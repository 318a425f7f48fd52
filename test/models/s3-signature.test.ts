/** The signature of the examples that Amazon publishes with the protocol. */
import { expect, test } from '@jest/globals';
import { encodeKey, signedHeaders, type S3Request } from '../../models/s3-signature.js';

const account = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const day = Date.parse('2013-05-24T00:00:00Z');
const at = (path: string): URL => new URL(`https://examplebucket.s3.amazonaws.com/${path}`);
const none = new Uint8Array();

test.each<[string, S3Request, string]>([
  [
    'of an object read in part',
    { method: 'GET', url: at('test.txt'), headers: { range: 'bytes=0-9' }, body: none },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'of an object that is put, with a key that is escaped',
    {
      method: 'PUT',
      url: at(encodeKey('test$file.text')),
      headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      body: new TextEncoder().encode('Welcome to Amazon S3.'),
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  [
    'of a parameter without a value',
    { method: 'GET', url: at('?lifecycle'), headers: {}, body: none },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'of a list',
    { method: 'GET', url: at('?max-keys=2&prefix=J'), headers: {}, body: none },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
])('the signature %s is Amazon’s', (_what, request, signature) => {
  const { authorization = '' } = signedHeaders(request, account, day);
  expect(authorization.split('Signature=')[1]).toBe(signature);
});

test('a key is escaped byte by byte, and its slashes stand', () => {
  expect(encodeKey("new/a b(c)*'!钱.0")).toBe('new/a%20b%28c%29%2A%27%21%E9%92%B1.0');
});
