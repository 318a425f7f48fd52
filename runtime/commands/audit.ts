/** `npm run audit:verify`: whether the log of staff acts is whole, from the first entry to the last. */
import { createVerifyChain } from '../../domain/audit/verify-chain.js';
import { openCore } from '../compose.js';
import { Refusal } from '../exit.js';
import { start } from '../start.js';

start(async (config, log, args) => {
  if (args.length !== 1 || args[0] !== 'verify')
    throw new Refusal('There is one command here.', 'Run npm run audit:verify.');
  const core = await openCore(config, log);
  try {
    const { ok, entries, brokenAt } = await createVerifyChain({
      audit: core.storage.audit,
      hash: core.hashText,
    })();
    if (!ok)
      throw new Refusal(
        `The log of acts is broken at entry ${String(brokenAt)}: it was changed, or entries are missing.`,
        'Compare with a backup, and with the last entry that auditors’ browsers keep.',
      );
    process.stdout.write(`The log of acts is whole: ${String(entries)} entries.\n`);
  } finally {
    await core.close();
  }
});
