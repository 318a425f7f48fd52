// `npm start` and every script that runs a command: builds what changed, then runs dist/runtime/main.js or, with
// arguments, the command named first (`node tools/start.mjs keys init`).
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsole } from './build-console.mjs';
import { buildReport } from './build-report.mjs';
import { build } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [command, ...rest] = process.argv.slice(2);
await build();
// the pages are the line's own; no command shows them
if (command === undefined) {
  await buildConsole();
  await buildReport();
}
const entry = command === undefined ? 'main.js' : join('commands', `${command}.js`);
const child = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist', 'runtime', entry), ...rest],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
