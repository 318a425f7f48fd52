/** `npm run console -- reset NAME`: a way back in for who lost passphrase, second factor and recovery code. */
import { joinLink } from '../../console/server/join-link.js';
import { isDomainError } from '../../domain/errors.js';
import { openCore } from '../compose.js';
import { Refusal } from '../exit.js';
import { start } from '../start.js';

const usage = 'Name the account: npm run console -- reset NAME';

start(async (config, log, args) => {
  const [command, ...words] = args;
  const name = words.join(' ');
  if (command !== 'reset' || name === '') throw new Refusal('There is one command here.', usage);
  const core = await openCore(config, log);
  try {
    const link = await core.staff.cases.resetAccount(name);
    process.stdout.write(
      [
        `Whoever opens this link within an hour sets a new passphrase, second factor and recovery code for ${name}:`,
        `  ${joinLink(config.consoleUrl, link.secret)}`,
        'The account is signed out everywhere. This is written down in the log of acts, and the others see it.',
        '',
      ].join('\n'),
    );
  } catch (error) {
    if (isDomainError(error) && error.code === 'staff.unknown')
      throw new Refusal('Nobody of that name works here.', 'Look at the list of staff in the console.');
    throw error;
  } finally {
    await core.close();
  }
});
