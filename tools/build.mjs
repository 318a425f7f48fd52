// Transforms the server's TypeScript into dist/ with the same settings as the tests; types are checked by `npm run types`.
// Only what changed is written, each file by rename, so that a running line or a second build never sees half a file.
import { transformFile } from '@swc/core';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folders = [
  'questions',
  'domain',
  'vault',
  'bot',
  'wechat',
  'embedded-db',
  'models',
  'jobs',
  'http',
  'publishing',
  'miniprogram-api',
  'console/server',
  'simulator',
  'web/phone',
  'runtime',
  'bench',
  'test/support',
  'test/prove',
];
const stampFile = join(root, 'dist', '.stamp.json');

const sources = () =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
        .map((name) => join(folder, name)),
    );

/** Brings dist/ up to date and answers how many files were written. */
export async function build() {
  const settings = readFileSync(join(root, '.swcrc'), 'utf8');
  const before = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const now = {};
  let written = 0;
  await Promise.all(
    sources().map(async (file) => {
      const hash = createHash('sha256')
        .update(settings)
        .update(readFileSync(join(root, file)))
        .digest('hex');
      const out = join(root, 'dist', file.replace(/\.ts$/, '.js'));
      now[file] = hash;
      if (before[file] === hash && existsSync(out)) return;
      const { code } = await transformFile(join(root, file), { swcrc: true, cwd: root });
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(`${out}.${process.pid}`, code);
      renameSync(`${out}.${process.pid}`, out);
      written += 1;
    }),
  );
  for (const file of Object.keys(before))
    if (!(file in now)) rmSync(join(root, 'dist', file.replace(/\.ts$/, '.js')), { force: true });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(`${stampFile}.${process.pid}`, JSON.stringify(now));
  renameSync(`${stampFile}.${process.pid}`, stampFile);
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
  const { buildConsole } = await import('./build-console.mjs');
  const { buildReport } = await import('./build-report.mjs');
  await buildConsole();
  await buildReport();
}
