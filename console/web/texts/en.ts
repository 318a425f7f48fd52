import { acts } from './en/acts.js';
import * as accounts from './en/accounts.js';
import * as common from './en/common.js';
import * as entry from './en/entry.js';
import { errors } from './en/errors.js';

/** The texts of the shell and of everything around accounts. Pages of other subjects bring namespaces of their own. */
export const en = { ...common, ...entry, ...accounts, acts, errors };
