/** What the menu of an article offers. */
export type MenuItem = 'versions' | 'figures' | 'test' | 'copy' | 'keys' | 'withdraw';
