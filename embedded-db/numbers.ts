import { Int32 } from 'bson';
import type { Numeric } from './values.js';

const maxInt64 = 2n ** 63n - 1n;

/** A long as the greatest double that is not above it, and what is left over: at most 1,023. */
export function split(long: bigint): { double: number; rest: number } {
  const near = Number(long);
  const double = BigInt(near) > long ? doubleBelow(near) : near;
  return { double, rest: Number(long - BigInt(double)) };
}

/** The next double below a finite one other than zero. */
function doubleBelow(double: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, double);
  bits.setBigInt64(0, bits.getBigInt64(0) + (double > 0 ? -1n : 1n));
  return bits.getFloat64(0);
}

/**
 * The sum as MongoDB's `$inc` has it: the wider type of the two, an int that overflows becoming a long.
 * Answers undefined where a long overflows.
 */
export function add(a: Numeric, b: Numeric): Numeric | undefined {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) + Number(b);
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    const sum = (typeof a === 'bigint' ? a : BigInt(a.value)) + (typeof b === 'bigint' ? b : BigInt(b.value));
    return sum > maxInt64 || sum < -maxInt64 - 1n ? undefined : sum;
  }
  const sum = a.value + b.value;
  return sum === (sum | 0) ? new Int32(sum) : BigInt(sum);
}
