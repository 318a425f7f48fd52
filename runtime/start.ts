/** What every command shares: settings, log, and one clear sentence when it cannot go on. */
import { describeMistakes, environment, readConfig, type Config } from './settings/config.js';
import { exitCodes, explain } from './exit.js';
import { createLog, type Log } from './log/log.js';

/** Runs a command with the checked settings; its error ends the process with a sentence and a code, never a trace. */
export function start(run: (config: Config, log: Log, args: readonly string[]) => Promise<void>): void {
  const read = readConfig(environment());
  if ('mistakes' in read) {
    process.stderr.write(`${describeMistakes(read.mistakes)}\n`);
    process.exitCode = exitCodes.settings;
    return;
  }
  const log = createLog(read.config.logLevel);
  // The default handler would print the error's words, and they may hold a person's.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      log.error('process.failed', error);
      process.exit(exitCodes.failed);
    });
  run(read.config, log, process.argv.slice(2)).catch((error: unknown) => {
    const { text, exitCode, foreseen } = explain(error);
    // An operator who mistyped reads one sentence; the place in the code helps only where nobody foresaw the error.
    if (!foreseen || read.config.logLevel === 'debug') log.error('start.failed', error);
    process.stderr.write(`${text}\n`);
    process.exit(exitCode);
  });
}
