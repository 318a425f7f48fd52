/** What first messages told, in this process's memory only, until the person says what it is to be or ten minutes pass. */
import type { Handle, Opening } from '../dialogue/types.js';
import { createFading, type Fading } from './fading.js';

const idleMs = 10 * 60_000;

export type Openings = Fading<Handle, Opening>;

export const createOpenings = (now: () => number): Openings => createFading(now, idleMs);
