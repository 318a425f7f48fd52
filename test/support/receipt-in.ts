/** The receipt in a message, as it is shown, or null. */
export const receiptIn = (text: string): string | null => /\d{4}(?: \d{4}){4}(?!\d)/.exec(text)?.[0] ?? null;
