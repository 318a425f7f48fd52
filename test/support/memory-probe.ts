/**
 * Preloaded into a line that is watched (`NODE_OPTIONS=--import`): on SIGUSR2 it collects garbage and prints one line
 * with what is alive then, in megabytes: the process, the main thread's heap, and bytes outside of it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;

if (isMainThread) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  process.on('SIGUSR2', () => {
    collect();
    const { rss, heapUsed, external } = process.memoryUsage();
    const alive = { rss: megabytes(rss), heap: megabytes(heapUsed), external: megabytes(external) };
    process.stdout.write(`${JSON.stringify({ alive })}\n`);
  });
}
