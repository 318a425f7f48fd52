/** A process that serves the embedded database of a folder until its standard input ends. */
import { openEmbeddedDatabase } from '../../../embedded-db/open.js';

const [dir = ''] = process.argv.slice(2);
const database = await openEmbeddedDatabase({ dir });
process.stdin.on('end', () => void database.close()).resume();
process.stdout.write('ready\n');
