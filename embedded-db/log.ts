import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { codeOf } from './errors.js';

/*
 * The write-ahead log as SQLite writes it (sqlite.org/fileformat2.html, "The Write-Ahead Log"): a header of 32 bytes,
 * then frames of a head of 24 bytes and one page. Two salts tie a frame to the header, a running sum to all before it.
 */
const headerBytes = 32;
const frameHeadBytes = 24;
const littleEndian = 0x377f0682;

type Sum = readonly [number, number];

/**
 * What SQLite will leave out when it opens the log of a killed owner, as a sentence; undefined if there is nothing to
 * tell. SQLite itself says nothing about it. Call it before the file is opened, by whoever holds the lock.
 */
export function leftOut(log: string): string | undefined {
  const bytes = contents(log);
  if (!bytes.length) return undefined;
  if (bytes.length < headerBytes)
    return 'the write-ahead log ended in its first bytes; nothing of it is kept';
  const frameBytes = frameHeadBytes + bytes.readUInt32BE(8);
  const little = bytes.readUInt32BE(0) === littleEndian;
  let sum = summed(bytes, 0, 24, [0, 0], little);
  let whole = isSum(bytes, 24, sum); // everything so far is as it was written
  let kept = 0;
  let valid = 0;
  let last = 0; // the last place with a frame of this log, rather than of one that was written over
  for (let n = 1, at = headerBytes; at < bytes.length; n += 1, at += frameBytes) {
    const complete = at + frameBytes <= bytes.length;
    const own = !complete || bytes.compare(bytes, 16, 24, at + 8, at + 16) === 0;
    if (own) last = n;
    if (!whole) continue;
    if (complete && own) {
      sum = summed(bytes, at, at + 8, sum, little);
      sum = summed(bytes, at + frameHeadBytes, at + frameBytes, sum, little);
    }
    whole = complete && own && isSum(bytes, at + 16, sum);
    if (whole) valid = n;
    if (whole && bytes.readUInt32BE(at + 4) !== 0) kept = n; // a commit ends here
  }
  if (last === kept) return undefined;
  const how = last > valid + 1 ? 'is damaged' : 'ended in the middle of a write';
  return `the write-ahead log ${how}; ${kept} committed frames kept, ${last - kept} left out`;
}

function contents(file: string): Buffer {
  try {
    const open = openSync(file, 'r');
    const bytes = Buffer.alloc(fstatSync(open).size);
    readSync(open, bytes);
    closeSync(open);
    return bytes;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

function summed(bytes: Buffer, from: number, to: number, start: Sum, little: boolean): Sum {
  let [a, b] = start;
  for (let at = from; at < to; at += 8) {
    a = (a + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + b) >>> 0;
    b = (b + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

const isSum = (bytes: Buffer, at: number, [a, b]: Sum): boolean =>
  bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;
