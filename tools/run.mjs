// `npm run prove -- NAME [ARG …]` and `npm run bench -- [NAME]`: builds what changed, then runs dist/<folder>/NAME.js.
// Without a name it lists what there is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [folder, name, ...rest] = process.argv.slice(2);
await build();
const entry = join(root, 'dist', folder, `${name}.js`);
if (name === undefined || !existsSync(entry)) {
  const names = existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
        .filter((file) => file.isFile() && file.name.endsWith('.ts'))
        .map((file) => file.name.replace(/\.ts$/, ''))
    : [];
  process.stdout.write(`Name one of: ${names.sort().join(', ')}\n`);
  process.exitCode = name === undefined ? 0 : 1;
} else {
  const done = spawnSync(process.execPath, ['--expose-gc', '--enable-source-maps', entry, ...rest], {
    stdio: 'inherit',
    cwd: root,
  });
  process.exitCode = done.status ?? 1;
}
