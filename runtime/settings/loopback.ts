import { isIP } from 'node:net';

/** Whether only this machine can reach a listener on the host. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
