/** A process that shares a ratchet: says it is ready, waits for a word, then tells what it sees on each day. */
import { createRandom } from '../../dist/vault/node/random.js';
import { openRatchet } from '../../dist/vault/node/ratchet-file.js';

const [path, ...days] = process.argv.slice(2);
let today = '';
const ratchet = openRatchet({ path, random: createRandom(), today: () => today });

process.stdout.write('ready\n');
process.stdin.once('data', () => {
  for (const day of days) {
    today = day;
    const seen = ratchet.days().map((root) => `${root.day} ${Buffer.from(root.r).toString('hex')}`);
    process.stdout.write(`${seen.join(' ')}\n`);
  }
});
