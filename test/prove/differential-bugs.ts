/**
 * `npm run prove -- differential-bugs [OPERATIONS]`: puts known bugs back, one at a time, in a copy of what was built,
 * and runs the differential test on it, which must fail. What is in the repository is not touched.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Bug {
  readonly what: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const bugs: readonly Bug[] = [
  {
    what: 'the planner combines the bounds of two fields of one array',
    file: 'planner.js',
    right: 'if (array && arrayBound) break;',
    wrong: '',
  },
  {
    what: 'the planner combines both bounds of one array field',
    file: 'planner.js',
    right: 'else if (!array && found.kind',
    wrong: 'else if (found.kind',
  },
  {
    what: 'binaries of one length are equal',
    file: 'keys.js',
    right: 'bytes(value.buffer.subarray(0, value.position));',
    wrong: '',
  },
  {
    what: '$inc makes a whole Double an Int32',
    file: 'numbers.js',
    right: "if (typeof a === 'number' || typeof b === 'number') return Number(a) + Number(b);",
    wrong:
      "if (typeof a === 'number' || typeof b === 'number') { const sum = Number(a) + Number(b); return Number.isInteger(sum) ? new Int32(sum) : sum; }",
  },
  {
    what: 'an empty array sorts as null',
    file: 'keys.js',
    right: 'emptyArray: 0x08',
    wrong: 'emptyArray: 0x10',
  },
  {
    what: '$setOnInsert acts on an update',
    file: 'update.js',
    right: "if (step.operator === '$setOnInsert' && !inserting) continue;",
    wrong: '',
  },
];

const root = process.cwd();
const operations = process.argv[2] ?? '20000';
for (const { what, file, right, wrong } of bugs) {
  const copy = mkdtempSync(join(tmpdir(), 'bug-'));
  for (const name of ['embedded-db', 'test'])
    cpSync(join(root, 'dist', name), join(copy, 'dist', name), { recursive: true });
  cpSync(join(root, 'dist', 'judges'), join(copy, 'dist', 'judges'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  cpSync(join(root, 'test', 'support', 'mongodb'), join(copy, 'test', 'support', 'mongodb'), {
    recursive: true,
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const patched = join(copy, 'dist', 'embedded-db', file);
  const source = readFileSync(patched, 'utf8');
  if (source.split(right).length !== 2) throw new Error(`${file} no longer says: ${right}`);
  writeFileSync(patched, source.replace(right, wrong));
  const run = spawnSync(
    process.execPath,
    [join(copy, 'dist', 'test', 'prove', 'differential.js'), operations, '1', '1'],
    { cwd: copy, encoding: 'utf8', timeout: 300_000 },
  );
  const caught = run.status === 1 && /unexplained":1/.test(run.stdout);
  const by = /\n(.*) differs, and with it: (.*)/.exec(run.stdout);
  const after = /"operations":(\d+)/.exec(run.stdout)?.[1] ?? '?';
  process.stdout.write(
    `${caught ? `caught after ${after} operations (${by?.[1] ?? ''}; with it ${by?.[2] ?? ''})` : 'NOT CAUGHT'}: ${what}\n`,
  );
  if (!caught) process.exitCode = 1;
  rmSync(copy, { recursive: true, force: true });
}
