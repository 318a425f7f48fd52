/**
 * `npm run prove -- differential-bugs [OPERATIONS] [SEED]`: puts known bugs back, one at a time, in a copy of what was
 * built, and runs the differential test on it, which must fail; on a copy without a bug, with the same seeds and the
 * same parties, it must find nothing. What is in the repository is not touched.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Bug {
  readonly what: string;
  /** the built file, below dist/embedded-db */
  readonly file: string;
  /** what it says once and only once, and what it says with the bug */
  readonly changes: readonly (readonly [right: string, wrong: string])[];
}

const bugs: readonly Bug[] = [
  {
    what: 'the planner combines the bounds of two fields of one array',
    file: 'planner.js',
    changes: [['if (array && arrayBound) break;', '']],
  },
  {
    what: 'an update of many that fails half-way counts what it had done in n and nModified',
    file: 'commands/write.js',
    changes: [
      ['.changed) modified += 1;', '.changed) nModified += 1;'],
      ['matched += 1;', 'matched += 1, n += 1;'],
      ['n += matched;', ''],
      ['nModified += modified;', ''],
    ],
  },
  {
    what: 'a sparse index serves a test that a missing field passes',
    file: 'planner.js',
    changes: [[' && notNull(pred.test)', '']],
  },
  {
    what: 'a long is not equal to the int or the double of its value',
    file: 'keys.js',
    changes: [
      [
        "typeof value === 'bigint' ? split(value)",
        "typeof value === 'bigint' ? { double: Number(value), rest: 1 }",
      ],
    ],
  },
  {
    what: 'a sort goes by the first element of an array, not by the least or the greatest',
    file: 'find.js',
    changes: [['if (!least || key.compare(least) < 0) least = key;', 'if (!least) least = key;']],
  },
];

const root = process.cwd();
const operations = process.argv[2] ?? '10000';
const seed = process.argv[3] ?? '1';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What the differential test says of a copy, with a bug or without. */
function runOn(bug: Bug | undefined): { readonly status: number | null; readonly said: string } {
  const copy = mkdtempSync(join(tmpdir(), 'bug-'));
  try {
    for (const path of [
      'dist/embedded-db',
      'dist/test',
      'dist/judges',
      'test/support/mongodb',
      'package.json',
    ])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    if (bug) putBack(bug, join(copy, 'dist', 'embedded-db', bug.file));
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(copy, 'dist', 'test', 'prove', 'differential.js'), operations, seed, '1'],
      { cwd: copy, encoding: 'utf8', timeout: 600_000 },
    );
    return { status, said: stdout };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function putBack({ what, changes }: Bug, file: string): void {
  let source = readFileSync(file, 'utf8');
  for (const [right, wrong] of changes) {
    if (source.split(right).length !== 2)
      throw new Error(`cannot put back "${what}": no longer said once: ${right}`);
    source = source.replace(right, wrong);
  }
  writeFileSync(file, source);
}

const partiesOf = (said: string): string => /^parties: (.*)$/m.exec(said)?.[1] ?? '';

const clean = runOn(undefined);
const parties = partiesOf(clean.said);
say(`parties: ${parties}\nseed: ${seed}`);
say(`${clean.status === 0 ? 'nothing to tell' : 'NOT CLEAN'} in ${operations} operations without a bug`);
if (clean.status !== 0) say(clean.said);
let caught = 0;
for (const bug of bugs) {
  const { status, said } = runOn(bug);
  const found = /^(.+) differs in (\w+) after (\d+) operations, and with it: (.*)$/m.exec(said);
  const [, who = '', verb = '', after = '', others = ''] = found ?? [];
  const good = status === 1 && found !== null && partiesOf(said) === parties;
  if (good) caught += 1;
  say(
    good
      ? `caught after ${after} operations by ${who} (with it: ${others}) in ${verb}: ${bug.what}`
      : `NOT CAUGHT: ${bug.what}`,
  );
}
say(`${caught} of ${bugs.length} caught`);
if (clean.status !== 0 || caught < bugs.length) process.exitCode = 1;
