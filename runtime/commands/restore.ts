/** `npm run restore -- FILE`: a backup into an empty database, with the line's key on paper. */
import { createInterface } from 'node:readline/promises';
import { createHoldLine } from '../../domain/line-marks/hold-line.js';
import { isEmpty } from '../../embedded-db/transfer.js';
import { encodePublic, type LinePublic } from '../../vault/line-keys.js';
import { createRandom } from '../../vault/node/random.js';
import { openWhole } from '../backup/database.js';
import { BackupError, pairOf } from '../backup/format.js';
import { createProgress } from '../backup/progress.js';
import { openBackupFile, type OpenedBackup } from '../backup/read.js';
import { settledFiles } from '../backup/write.js';
import { createClock } from '../clock.js';
import type { Config } from '../settings/configuration.js';
import { openDataFolder, writePrivate, type DataFolder } from '../storage/data-folder.js';
import { evidenceFolder, openEvidence } from '../storage/evidence.js';
import { Refusal } from '../exit.js';
import { givenFile } from '../given-file.js';
import { deskKeys, readDemoKeys, readLine } from '../keys/line-keys.js';
import { start } from '../start.js';

start(async (config, _log, args) => {
  const [file] = args;
  if (file === undefined || args.length > 1)
    throw new Refusal('restore takes one file.', 'npm run restore -- FILE');
  const data = openDataFolder(config.dataDir);
  try {
    const backup = await openBackupFile(givenFile(file));
    process.stdout.write(await restore(config, data, backup));
    await backup.close();
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    throw new Refusal(
      `The file is not a whole backup (${error.message}); nothing was restored.`,
      'Take another copy of it, or the backup of another day.',
    );
  }
  process.exit(0);
});

async function restore(config: Config, data: DataFolder, backup: OpenedBackup): Promise<string> {
  const { line, day } = backup.head;
  const here = readLine(data);
  if (here !== null && here.lineId !== line.lineId)
    throw new Refusal(
      'This DATA_DIR has the keys of another line.',
      'Restore into an empty DATA_DIR, or into one with the line.json of the backup’s line.',
    );
  const pair = pairOf((await askKey(data, line)).boxKey);
  const progress = createProgress(process.stderr);
  const of = await backup.check(pair, (done) => {
    progress.show('Checked', done);
  });
  const whole = await openWhole(config, data);
  const folder = evidenceFolder(config, data);
  const files = folder === null ? [] : await settledFiles(folder); // a bucket keeps what it has
  if (!(await isEmpty(whole.db)) || files.length > 0)
    throw new Refusal(
      'There is something in the database or among the sealed files already; nothing was restored.',
      'Restore into an empty DATA_DIR, or name an empty database in MONGODB_URI, before the line is started.',
    );
  const [clock, random] = [createClock(config.zone), createRandom()];
  // Before anything that is planned: what has gone out since the backup's day must not go out again by itself.
  await createHoldLine({ marks: whole.marks, clock })('restored');
  const done = await backup.restore(pair, {
    db: whole.db,
    evidence: openEvidence(config, data, { clock, random }),
    today: clock.today(),
    progress(count) {
      progress.show('Restored', count, of);
    },
  });
  writePrivate(data.line, encodePublic(line)); // stays as it is where there is one
  progress.end();
  await whole.close();
  return `The backup of ${day} is restored: ${String(done.inserted)} documents and ${String(done.files)} sealed files. Half-written reports are not in backups.\nEverything planned is on hold: see what has gone out since, then run npm run jobs -- release, or release it in the console.\n`;
}

/** A demo's key lies in DATA_DIR; any other is typed from paper and stays in this process's memory. */
async function askKey(data: DataFolder, line: LinePublic): Promise<ReturnType<typeof deskKeys>> {
  const demo = readDemoKeys(data);
  if (demo !== null) return deskKeys(demo, line);
  if (!process.stdin.isTTY)
    throw new Refusal('The key is typed on a terminal only.', 'Restore by hand, with the paper.');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const paper = await prompt.question('The line’s key, as it stands on the paper: ');
  prompt.close();
  return deskKeys(paper, line);
}
