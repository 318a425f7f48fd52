/** Argon2's compression function G (RFC 9106, section 3.5) on blocks of 1,024 bytes: 256 words of 32 bits. */

/** 32-bit words of a block. */
export const blockWords = 256;

/** Taken once: where globals are looked up each time, that would be most of the work. */
const { imul } = Math;

/** R of the block at work, whose 128 numbers of 64 bits lie as low and high halves. */
const r = new Uint32Array(blockWords);

/**
 * Writes G(x, y) to `out`, all three given by their first word in `memory`; `over`: XORs it onto what is there, as every
 * pass but the first does.
 */
export function compress(memory: Uint32Array, x: number, y: number, out: number, over: boolean): void {
  for (let i = 0; i < blockWords; i += 1) {
    const word = (memory[x + i] ?? 0) ^ (memory[y + i] ?? 0);
    r[i] = word;
    memory[out + i] = over ? (memory[out + i] ?? 0) ^ word : word;
  }
  for (let i = 0; i < 256; i += 32) permute(i, i + 4, i + 8, i + 12, i + 16, i + 20, i + 24, i + 28);
  for (let i = 0; i < 32; i += 4) permute(i, i + 32, i + 64, i + 96, i + 128, i + 160, i + 192, i + 224);
  for (let i = 0; i < blockWords; i += 1) memory[out + i] = (memory[out + i] ?? 0) ^ (r[i] ?? 0);
}

/** Forgets the last block. */
export function wipeBlock(): void {
  r.fill(0);
}

/** P (section 3.6) of eight registers of 16 bytes, each given by its first word. */
function permute(
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
): void {
  mix(a, c, e, g);
  mix(a + 2, c + 2, e + 2, g + 2);
  mix(b, d, f, h);
  mix(b + 2, d + 2, f + 2, h + 2);
  mix(a, c + 2, f, h + 2);
  mix(a + 2, d, f + 2, g);
  mix(b, d + 2, e, g + 2);
  mix(b + 2, c, e + 2, h);
}

/**
 * GB of four numbers of 64 bits, each given by its low word in R: four times p = p + q + 2 · low(p) · low(q), then a
 * rotation of the XOR with the number across, by 32, 24, 16 and 63 bits.
 */
function mix(a: number, b: number, c: number, d: number): void {
  let [aLow, aHigh] = [r[a] ?? 0, r[a + 1] ?? 0];
  let [bLow, bHigh] = [r[b] ?? 0, r[b + 1] ?? 0];
  let [cLow, cHigh] = [r[c] ?? 0, r[c + 1] ?? 0];
  let [dLow, dHigh] = [r[d] ?? 0, r[d + 1] ?? 0];

  let low = imul(aLow, bLow);
  let sum = (aLow >>> 0) + (bLow >>> 0) + ((low << 1) >>> 0);
  aHigh = (aHigh + bHigh + ((highOf(aLow, bLow, low) << 1) | (low >>> 31)) + carry(sum)) | 0;
  aLow = sum | 0;
  [dLow, dHigh] = [dHigh ^ aHigh, dLow ^ aLow];

  low = imul(cLow, dLow);
  sum = (cLow >>> 0) + (dLow >>> 0) + ((low << 1) >>> 0);
  cHigh = (cHigh + dHigh + ((highOf(cLow, dLow, low) << 1) | (low >>> 31)) + carry(sum)) | 0;
  cLow = sum | 0;
  let [xLow, xHigh] = [bLow ^ cLow, bHigh ^ cHigh];
  bLow = (xLow >>> 24) | (xHigh << 8);
  bHigh = (xHigh >>> 24) | (xLow << 8);

  low = imul(aLow, bLow);
  sum = (aLow >>> 0) + (bLow >>> 0) + ((low << 1) >>> 0);
  aHigh = (aHigh + bHigh + ((highOf(aLow, bLow, low) << 1) | (low >>> 31)) + carry(sum)) | 0;
  aLow = sum | 0;
  [xLow, xHigh] = [dLow ^ aLow, dHigh ^ aHigh];
  dLow = (xLow >>> 16) | (xHigh << 16);
  dHigh = (xHigh >>> 16) | (xLow << 16);

  low = imul(cLow, dLow);
  sum = (cLow >>> 0) + (dLow >>> 0) + ((low << 1) >>> 0);
  cHigh = (cHigh + dHigh + ((highOf(cLow, dLow, low) << 1) | (low >>> 31)) + carry(sum)) | 0;
  cLow = sum | 0;
  [xLow, xHigh] = [bLow ^ cLow, bHigh ^ cHigh];
  bLow = (xLow << 1) | (xHigh >>> 31);
  bHigh = (xHigh << 1) | (xLow >>> 31);

  r[a] = aLow;
  r[a + 1] = aHigh;
  r[b] = bLow;
  r[b + 1] = bHigh;
  r[c] = cLow;
  r[c + 1] = cHigh;
  r[d] = dLow;
  r[d + 1] = dHigh;
}

const two32 = 0x1_0000_0000;

const carry = (sum: number): number => (sum / two32) | 0;

/**
 * The high word of a product whose low word is known exactly: the product of two numbers is rounded to 53 bits, less than
 * 2048 off, so without its low word it lies next to a multiple of 2³².
 */
function highOf(a: number, b: number, low: number): number {
  return (((a >>> 0) * (b >>> 0) - (low >>> 0)) / two32 + 0.5) | 0;
}

/** The high word of the product of two unsigned words. */
export function productHigh(a: number, b: number): number {
  return highOf(a, b, imul(a, b)) >>> 0;
}
