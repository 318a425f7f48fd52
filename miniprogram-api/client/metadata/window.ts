/** Reads a file a window at a time, forwards; what is beyond its end is not there. */
import type { ByteSource } from '../ports.js';

const windowSize = 65_536;

export interface Window {
  readonly size: number;
  /** Exactly the bytes from one place to another, at most one window's length; null: the file ends before. */
  bytes(from: number, to: number): Promise<Uint8Array | null>;
  /** The bytes from here to the end of the window. */
  rest(from: number): Promise<Uint8Array>;
}

export function windowOn(source: ByteSource): Window {
  let at = 0;
  let held: Uint8Array = new Uint8Array(0);
  const hold = async (from: number): Promise<void> => {
    held = await source.read(from, Math.min(source.size, from + windowSize));
    at = from;
  };
  return {
    size: source.size,
    async bytes(from, to) {
      if (from < 0 || to > source.size || to - from > windowSize) return null;
      if (from < at || to > at + held.length) await hold(from);
      const found = held.subarray(from - at, to - at);
      return found.length === to - from ? found : null;
    },
    async rest(from) {
      if (from < at || from >= at + held.length) await hold(from);
      return held.subarray(from - at);
    },
  };
}
