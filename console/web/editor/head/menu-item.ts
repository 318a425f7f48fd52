/** What the menu of an article offers. */
export type MenuItem = 'versions' | 'figures' | 'test' | 'copy' | 'keys' | 'withdraw';

/** What opens in a window of its own. */
export type WindowName = Exclude<MenuItem, 'versions'> | 'phone';
