/** Bytes on their way into a document and out of it. */

/** The same memory, as the schemas want it. */
export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A copy of its own: what the driver hands out lies inside the whole answer's memory and would keep it. */
export function toBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}
