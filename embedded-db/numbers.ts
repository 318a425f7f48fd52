import { Decimal128, Int32 } from 'bson';
import type { Numeric } from './values.js';

/** coefficient × 10^exponent */
export interface Exact {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const digitsOfDecimal = 34;
const leastExponent = -6176;
const maxInt64 = 2n ** 63n - 1n;

/** The exact value of a decimal, or the double it is (NaN, ±Infinity) where it has none. */
export function exactDecimal(value: Decimal128): Exact | number {
  const text = value.toString();
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(text);
  if (!found) return Number(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  return { coefficient: BigInt(sign + whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** −1, 0 or 1 as the exact value is less than, equal to or greater than the finite double. */
export function compareExact({ coefficient, exponent }: Exact, double: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, double);
  const raw = bits.getBigUint64(0);
  const power = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = (power ? fraction | 0x10000000000000n : fraction) * (double < 0 ? -1n : 1n);
  const binary = (power || 1) - 1075;
  const left = coefficient * 10n ** BigInt(Math.max(exponent, 0)) * 2n ** BigInt(Math.max(-binary, 0));
  const right = mantissa * 2n ** BigInt(Math.max(binary, 0)) * 10n ** BigInt(Math.max(-exponent, 0));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The next double below a finite one or +Infinity. */
export function doubleBelow(double: number): number {
  if (double === 0) return -Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, double);
  bits.setBigInt64(0, bits.getBigInt64(0) + (double > 0 ? -1n : 1n));
  return bits.getFloat64(0);
}

/** Coefficient and exponent without trailing zeros. */
export function canonical({ coefficient, exponent }: Exact): Exact {
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  const text = coefficient.toString();
  const zeros = text.length - text.replace(/0+$/, '').length;
  return { coefficient: coefficient / 10n ** BigInt(zeros), exponent: exponent + zeros };
}

/**
 * The sum as MongoDB's `$inc` has it: the wider type of the two, an int that overflows becoming a long.
 * Answers undefined where a long overflows.
 */
export function add(a: Numeric, b: Numeric): Numeric | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128) return addDecimals(toDecimal(a), toDecimal(b));
  if (typeof a === 'number' || typeof b === 'number') return Number(a) + Number(b);
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    const sum = (typeof a === 'bigint' ? a : BigInt(a.value)) + (typeof b === 'bigint' ? b : BigInt(b.value));
    return sum > maxInt64 || sum < -maxInt64 - 1n ? undefined : sum;
  }
  const sum = a.value + b.value;
  return sum === (sum | 0) ? new Int32(sum) : BigInt(sum);
}

/** A number as a decimal; a double gives its first 15 digits, as in MongoDB. */
export function toDecimal(value: Numeric): Decimal128 {
  if (value instanceof Decimal128) return value;
  if (typeof value !== 'number') return Decimal128.fromString(value.toString());
  if (!Number.isFinite(value)) return Decimal128.fromString(String(value));
  return Decimal128.fromString(value.toPrecision(15));
}

function addDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const left = exactDecimal(a);
  const right = exactDecimal(b);
  if (typeof left === 'number' || typeof right === 'number') {
    const special = (typeof left === 'number' ? left : 0) + (typeof right === 'number' ? right : 0);
    return Decimal128.fromString(String(special));
  }
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (x: Exact): bigint => x.coefficient * 10n ** BigInt(x.exponent - exponent);
  return roundedDecimal({ coefficient: scaled(left) + scaled(right), exponent });
}

/** Rounds half to even to the 34 digits of a decimal (IEEE 754-2008). */
function roundedDecimal({ coefficient, exponent }: Exact): Decimal128 {
  const sign = coefficient < 0n ? '-' : '';
  let size = coefficient < 0n ? -coefficient : coefficient;
  let power = exponent;
  const extra = Math.max(size.toString().length - digitsOfDecimal, leastExponent - exponent);
  if (extra > 0) {
    const unit = 10n ** BigInt(extra);
    const rest = (size % unit) * 2n;
    size /= unit;
    if (rest > unit || (rest === unit && size % 2n === 1n)) size += 1n;
    power += extra;
  }
  return Decimal128.fromString(`${sign}${size}E${power}`);
}
