/** Examples of sealed forms: right in shape, and sealed to nobody. */
const bytes = (length: number, first = 1): string =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (i === 0 ? first : (i * 37) % 256))).toString(
    'base64url',
  );

export const exampleId = 'ab'.repeat(16);
export const exampleKey = bytes(32, 7);
export const exampleBox = bytes(140);
export const exampleWrapped = bytes(73);

export const reportExample = {
  ...{ reportId: exampleId, graph: 'national-security-1', way: 'web' },
  ...{ proofHash: exampleKey, wrappedThread: exampleWrapped, contentPk: exampleKey, threadPk: exampleKey },
  envelopes: [
    { to: 'recovery', of: 'content', box: bytes(113) },
    { to: 'recovery', of: 'thread', box: bytes(113) },
  ],
  items: [{ id: 'cd'.repeat(16), purpose: 'answers', box: exampleBox }],
  files: [],
};
