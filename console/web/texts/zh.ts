import type { en } from './en.js';
import type { Translated } from './translated.js';
import { acts } from './zh/acts.js';
import * as accounts from './zh/accounts.js';
import * as common from './zh/common.js';
import * as entry from './zh/entry.js';
import { errors } from './zh/errors.js';

export const zh: Translated<typeof en> = { ...common, ...entry, ...accounts, acts, errors };
