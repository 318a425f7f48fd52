/** `db export` and `db import`: a whole database as a text file, from and into any server. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportLines, importLines, isEmpty, TransferError } from '../../embedded-db/transfer.js';
import { createHoldLine } from '../../domain/line-marks/hold-line.js';
import { createClock } from '../clock.js';
import { openWhole } from './database.js';
import { createProgress } from './progress.js';
import type { Config } from '../settings/configuration.js';
import type { DataFolder } from '../storage/data-folder.js';
import { Refusal } from '../exit.js';
import { givenFile } from '../given-file.js';

/** Writes every collection into a new file that this account alone can read. */
export async function exportTo(config: Config, data: DataFolder, path: string): Promise<void> {
  const file = await open(resolve(path), 'wx', 0o600).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Refusal('That file is there already.', 'Name a new one; nothing is overwritten.');
  });
  const whole = await openWhole(config, data);
  const progress = createProgress(process.stderr);
  let documents = 0;
  let waiting: string[] = [];
  let length = 0;
  const lines = exportLines(whole.db, {
    progress(done, of) {
      documents = done;
      progress.show('Exported', done, of);
    },
  });
  for await (const line of lines) {
    waiting.push(line, '\n');
    length += line.length;
    if (length < 1024 * 1024) continue;
    await file.writeFile(waiting.join(''));
    waiting = [];
    length = 0;
  }
  await file.writeFile(waiting.join(''));
  await file.sync();
  await file.close();
  await whole.close();
  progress.end();
  process.stdout.write(`${String(documents)} documents exported. Sealed files are not among them.\n`);
}

/** Reads an export into an empty database, or with `merge` beside what is there, each id once. */
export async function importFrom(
  config: Config,
  data: DataFolder,
  path: string,
  merge: boolean,
): Promise<void> {
  const input = createReadStream(givenFile(path), 'utf8');
  await new Promise((done, failed) => input.once('open', done).once('error', failed));
  const whole = await openWhole(config, data);
  if (!merge && !(await isEmpty(whole.db)))
    throw new Refusal(
      'The database is not empty; nothing was imported.',
      'Name an empty one, or add --merge: what is there already then stays as it is.',
    );
  // What was planned elsewhere may have gone out there; a database that was empty is told by its mark (domain/line-marks).
  if (merge) await createHoldLine({ marks: whole.marks, clock: createClock(config.zone) })('restored');
  const progress = createProgress(process.stderr);
  try {
    const done = await importLines(whole.db, linesOf(input), (documents) => {
      progress.show('Imported', documents);
    });
    progress.end();
    const left = [
      done.present > 0 ? `${String(done.present)} were there already` : '',
      done.refused > 0 ? `${String(done.refused)} were left out, because a unique index refused them` : '',
    ].filter(Boolean);
    process.stdout.write(`${[`${String(done.inserted)} documents imported`, ...left].join(', ')}.\n`);
    if (merge)
      process.stdout.write(
        'Everything planned is on hold: see what has gone out, then run npm run jobs -- release.\n',
      );
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    throw new Refusal(
      `The file is not a whole export (${error.message}).`,
      'What came before that was imported; export again, empty the database, and import the new file.',
    );
  } finally {
    await whole.close();
  }
}

/** Lines end at a line feed alone: U+2028 may stand within one. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
