import { describe, expect, test } from '@jest/globals';
import { checkHead, rememberHead, type HeadCheckPorts } from '../../../../console/web/audit/head-check.js';

/** A log of hashes, entry n at place n - 1, and a browser that looks at it. */
function world(log: string[]) {
  let kept: string | null = null;
  const ports: HeadCheckPorts = {
    kept: {
      read: () => kept,
      write: (value) => {
        kept = value;
      },
    },
    now: () => 1000,
    head: async () => ({ seq: log.length, hash: log.at(-1) ?? '00' }),
    entry: async (seq) => {
      const hash = log[seq - 1];
      return hash === undefined ? null : { seq, hash };
    },
  };
  return {
    ports,
    kept: () => kept,
    keep: (value: string) => {
      kept = value;
    },
  };
}

describe('the head of the log', () => {
  test('is remembered at the first visit, and found again at the next though the log has grown', async () => {
    const log = ['a', 'b'];
    const { ports } = world(log);
    expect(await checkHead(ports)).toEqual({ kind: 'first' });
    log.push('c');
    expect(await checkHead(ports)).toEqual({ kind: 'same', seen: { seq: 2, hash: 'b', at: 1000 } });
    expect(await checkHead(ports)).toMatchObject({ kind: 'same', seen: { seq: 3 } });
  });

  test.each([
    ['written anew', ['a', 'x', 'y']],
    ['cut off', ['a']],
    ['emptied', []],
  ])('that was %s is noticed, and stays noticed', async (_, after) => {
    const log = ['a', 'b'];
    const { ports, kept } = world(log);
    await checkHead(ports);
    const before = kept();
    log.splice(0, log.length, ...after);
    for (let visit = 0; visit < 2; visit += 1)
      expect(await checkHead(ports)).toEqual({ kind: 'broken', seen: { seq: 2, hash: 'b', at: 1000 } });
    expect(kept()).toBe(before);
  });

  test('is taken as it is once somebody has said so', async () => {
    const log = ['a', 'b'];
    const { ports } = world(log);
    await checkHead(ports);
    log.splice(1, 1, 'x');
    await rememberHead(ports);
    expect(await checkHead(ports)).toMatchObject({ kind: 'same', seen: { hash: 'x' } });
  });

  test('of an empty log is no entry to look for', async () => {
    const { ports } = world([]);
    await checkHead(ports);
    expect(await checkHead(ports)).toMatchObject({ kind: 'same', seen: { seq: 0 } });
  });

  test.each(['', '{', '"x"', '{"seq":"2","hash":"b","at":1}', 'null'])(
    'kept as %j was never seen',
    async (value) => {
      const w = world(['a']);
      w.keep(value);
      expect(await checkHead(w.ports)).toEqual({ kind: 'first' });
    },
  );

  test('is not forgotten when the server does not answer', async () => {
    const w = world(['a']);
    await checkHead(w.ports);
    const before = w.kept();
    const failing = { ...w.ports, entry: () => Promise.reject(new Error('no answer')) };
    await expect(checkHead(failing)).rejects.toThrow('no answer');
    expect(w.kept()).toBe(before);
  });
});
