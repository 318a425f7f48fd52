/** `db serve`, `stats`, `verify` and `compact`: the embedded database, asked through its server, whoever runs it. */
import { statSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EmbeddedDatabase } from '../../embedded-db/open.js';
import { collectionNames } from '../../embedded-db/transfer.js';
import { together, type Problem } from '../../embedded-db/verify.js';
import { openWhole } from './database.js';
import { createProgress } from './progress.js';
import type { Config } from '../settings/configuration.js';
import type { DataFolder } from '../storage/data-folder.js';
import { Refusal } from '../exit.js';
import { openEmbedded } from '../storage/storage.js';

const out = (text: string): void => void process.stdout.write(`${text}\n`);

function refuseServer(config: Config): void {
  if (config.mongodbUri === null) return;
  throw new Refusal(
    'This is for the embedded database, and MONGODB_URI names a server.',
    'Use the server’s own tools, or unset MONGODB_URI.',
  );
}

/** Runs the database alone until it is told to end; beside a running line it says where that one's is. */
export async function serve(config: Config, data: DataFolder, port?: number): Promise<void> {
  refuseServer(config);
  let database: EmbeddedDatabase = await openEmbedded(data.database, { takeOver: false });
  const owner = database.role() === 'owner';
  if (owner && port !== undefined) {
    await database.close();
    database = await openEmbedded(data.database, { takeOver: false, tcp: true, port });
  }
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  out(database.uri);
  if (!owner) out('It is run by another process, such as the line; this is its address.');
  else await told;
  await database.close();
}

interface Sizes {
  readonly file: number;
  readonly log: number;
}

/** Sizes without opening: closing a file in its owner's process would end the owner's lock. */
function sizes(data: DataFolder): Sizes {
  const size = (name: string): number =>
    statSync(join(data.database, name), { throwIfNoEntry: false })?.size ?? 0;
  return { file: size('db.sqlite'), log: size('db.sqlite-wal') };
}

const shown = ({ file, log }: Sizes): string => `file ${String(file)} bytes, log ${String(log)} bytes`;

/** Collections with their documents and indexes, and on the embedded database the sizes of its files. */
export async function stats(config: Config, data: DataFolder): Promise<void> {
  const whole = await openWhole(config, data);
  for (const name of await collectionNames(whole.db)) {
    const collection = whole.db.collection(name);
    const [documents, indexes] = [await collection.estimatedDocumentCount(), await collection.indexes()];
    const named = indexes.map((index) => index.name ?? '').join(', ');
    out(`${name.padEnd(16)} ${String(documents).padStart(9)} documents   indexes ${named}`);
  }
  if (config.mongodbUri === null) out(shown(sizes(data)));
  await whole.close();
}

/** Checks the file and every index; true if nothing is wrong. */
export async function verify(config: Config, data: DataFolder): Promise<boolean> {
  refuseServer(config);
  const whole = await openWhole(config, data);
  const progress = createProgress(process.stderr);
  let problems: Problem[] = [];
  let [checked, rows] = [0, 0];
  let log: string | undefined;
  let from: unknown;
  do {
    const step = await whole.db.command({ verify: 1, ...(from === undefined ? {} : { from }) });
    checked += Number(step['checked']);
    rows = Number(step['rows'] ?? rows);
    log = step['log'] === undefined ? log : String(step['log']);
    problems = together([...problems, ...(step['problems'] as Problem[])]);
    from = step['next'];
    progress.show('Checked', checked, rows);
  } while (from !== undefined);
  progress.end();
  await whole.close();
  if (log !== undefined) out(`At the last opening ${log}.`);
  for (const { where, what, count } of problems) out(`${where}: ${what} (${String(count)})`);
  out(
    problems.length === 0
      ? `Whole: ${String(checked)} documents and index entries agree, and the file passes SQLite’s check.`
      : 'The database is damaged. Export what can be read, or restore a backup into an empty DATA_DIR.',
  );
  return problems.length === 0;
}

/** Empties the log and writes the file anew. A running line waits meanwhile. */
export async function compact(config: Config, data: DataFolder): Promise<void> {
  refuseServer(config);
  const whole = await openWhole(config, data);
  out(`before: ${shown(sizes(data))}`);
  await whole.db.command({ compact: 1 });
  out(`after:  ${shown(sizes(data))}`);
  await whole.close();
}
