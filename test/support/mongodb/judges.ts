/**
 * Servers that nobody here wrote, as judges of the embedded database: FerretDB v1 (Go) and mongo-java-server (Java).
 * They are built on first use into dist/judges, where the tools for it are there, and listen on loopback alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createHash } from 'node:crypto';

export interface Judge {
  readonly name: JudgeName;
  readonly uri: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Why a judge cannot sit. */
export interface Absent {
  readonly name: JudgeName;
  readonly absent: string;
}

export type JudgeName = 'ferretdb' | 'mongo-java-server';
export const judgeNames: readonly JudgeName[] = ['ferretdb', 'mongo-java-server'];

interface Recipe {
  readonly tools: readonly string[];
  readonly sources: readonly string[];
  /** builds in a copy of the sources */
  readonly steps: readonly (readonly [string, ...string[]])[];
  run(built: string, data: string): [string, ...string[]];
}

const recipes: Readonly<Record<JudgeName, Recipe>> = {
  ferretdb: {
    tools: ['go'],
    sources: ['ferretdb/main.go', 'ferretdb/go.mod', 'ferretdb/go.sum'],
    steps: [['go', 'build', '-o', 'judge', '.']],
    run: (built, data) => [join(built, 'judge'), data],
  },
  'mongo-java-server': {
    tools: ['java', 'javac', 'mvn'],
    sources: ['java/Judge.java', 'java/pom.xml'],
    steps: [
      ['mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'],
      ['javac', '-cp', join('lib', '*'), 'Judge.java'],
    ],
    run: (built) => ['java', '-cp', [join(built, 'lib', '*'), built].join(delimiter), 'Judge'],
  },
};

// the package's root, from where npm runs every script
const root = process.cwd();
const here = join(root, 'test', 'support', 'mongodb');

/** Builds a judge if it must, starts it on an empty database, and answers its address; or says why there is none. */
export async function startJudge(name: JudgeName): Promise<Judge | Absent> {
  const recipe = recipes[name];
  const lacking = recipe.tools.filter((tool) => !isThere(tool));
  if (lacking.length)
    return { name, absent: `${lacking.join(' and ')} ${lacking.length > 1 ? 'are' : 'is'} not installed` };
  const built = buildJudge(name, recipe);
  if (typeof built !== 'string') return { name, ...built };
  const data = mkdtempSync(join(tmpdir(), 'judge-'));
  const [command, ...args] = recipe.run(built, data);
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], cwd: data });
  const over = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const uri = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    over.then(() => ''),
  ]);
  const stop = async (): Promise<void> => {
    child.stdin.end();
    const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await over;
    clearTimeout(late);
    rmSync(data, { recursive: true, force: true });
  };
  if (uri && child.pid !== undefined) return { name, uri: uri.replace(/\/$/, ''), pid: child.pid, stop };
  await stop();
  return { name, absent: 'it ended before it listened' };
}

const isThere = (tool: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));

/** The folder of a built judge, named after what its sources say. */
function buildJudge(name: JudgeName, { sources, steps }: Recipe): string | { absent: string } {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(here, source)));
  const done = join(root, 'dist', 'judges', `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(done)) return done;
  const making = `${done}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  for (const source of sources) cpSync(join(here, source), join(making, source.replace(/.*\//, '')));
  for (const [command, ...args] of steps) {
    const { status, stderr } = spawnSync(command, args, { cwd: making, encoding: 'utf8', timeout: 900_000 });
    if (status === 0) continue;
    rmSync(making, { recursive: true, force: true });
    return { absent: `\`${command}\` could not build it: ${stderr.trim().split('\n').at(-1) ?? ''}` };
  }
  renameSync(making, done);
  return done;
}
