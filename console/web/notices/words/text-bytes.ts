const encoder = new TextEncoder();

/** How long a text is as the platform counts it: bytes of UTF-8. */
export const textBytes = (text: string): number => encoder.encode(text).length;
