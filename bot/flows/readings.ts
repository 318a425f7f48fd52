/** What people read in the articles, in this process's memory only, until they say something else or ten minutes pass. */
import type { Handle, Reading } from '../dialogue/types.js';
import { createFading, type Fading } from './fading.js';

const idleMs = 10 * 60_000;

export type Readings = Fading<Handle, Reading>;

export const createReadings = (now: () => number): Readings => createFading(now, idleMs);
