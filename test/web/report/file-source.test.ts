import { expect, test } from '@jest/globals';
import { fileSource } from '../../../web/report/file-source.js';

test('a file is read in the parts that are asked for, and never as a whole', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
  const slices: [number, number][] = [];
  class Watched extends Blob {
    override slice(from = 0, to = 0): Blob {
      slices.push([from, to]);
      return super.slice(from, to);
    }
    override arrayBuffer(): Promise<ArrayBuffer> {
      throw new Error('the whole of it');
    }
  }
  const source = fileSource(new Watched([bytes]));
  expect(source.size).toBe(1000);
  expect(await source.read(10, 14)).toEqual(bytes.slice(10, 14));
  expect(await source.read(996, 1000)).toEqual(bytes.slice(996));
  expect(slices).toEqual([
    [10, 14],
    [996, 1000],
  ]);
});
