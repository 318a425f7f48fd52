/**
 * `npm run backup [-- --to DIR]`: everything worth keeping in one file that only the line's recovery key opens. Sealed
 * files that lie in a bucket are not in it: they are sealed where they are, and their second copy is the bucket's own.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createRandom } from '../../vault/node/random.js';
import { openWhole } from '../backup/database.js';
import { createProgress } from '../backup/progress.js';
import { writeBackup, keptDays } from '../backup/write.js';
import { createClock } from '../clock.js';
import { openDataFolder } from '../storage/data-folder.js';
import { evidenceFolder } from '../storage/evidence.js';
import { Refusal } from '../exit.js';
import { readLine } from '../keys/line-keys.js';
import { start } from '../start.js';

start(async (config, _log, args) => {
  const [flag, dir] = args;
  if (args.length > 0 && (flag !== '--to' || dir === undefined || args.length > 2))
    throw new Refusal('backup did not understand that.', 'npm run backup [-- --to DIR]');
  const data = openDataFolder(config.dataDir);
  const line = readLine(data);
  if (line === null)
    throw new Refusal(
      'This line has no keys yet.',
      'Run `npm run keys -- init` first: a backup is sealed to them.',
    );
  const folder = dir === undefined ? join(data.path, 'backups') : resolve(dir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const whole = await openWhole(config, data);
  const progress = createProgress(process.stderr);
  const made = await writeBackup({
    line,
    folder,
    db: whole.db,
    evidence: evidenceFolder(config, data),
    today: createClock(config.zone).today(),
    random: createRandom(),
    progress: progress.show,
  });
  progress.end();
  await whole.close();
  process.stdout.write(
    `${made.path}\n${String(made.documents)} documents and ${String(made.files)} sealed files, ${String(made.bytes)} bytes. Only the line’s key on paper opens it.\n` +
      (config.evidenceBucket === null
        ? ''
        : 'The sealed files lie in the bucket of EVIDENCE_STORE and are not in this backup: copy the bucket as well.\n') +
      (made.removed === 0
        ? ''
        : `${String(made.removed)} backups older than ${String(keptDays)} days were removed.\n`),
  );
  process.exit(0);
});
