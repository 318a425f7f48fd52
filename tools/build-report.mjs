// Builds the web form's script and style into dist/web/report, each under a name made of its content, and writes
// manifest.json with their SHA-384: what `/report/verify` shows, and what a release publishes to compare with.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const out = join(root, 'dist', 'web', 'report');
const stampFile = join(root, 'dist', '.report-stamp.json');
/** What the form is made of: ours as files, everybody else's as the lock that names it. */
const folders = ['web/report', 'web/tokens', 'vault', 'questions', 'miniprogram-api/client'];
const files = ['tools/build-report.mjs', 'web/phone/dom.ts', 'tsconfig.json', 'package-lock.json'];
/** Phones of five years ago: no syntax that is younger. */
const target = ['chrome80', 'safari14', 'firefox78'];

/** Brings dist/web/report up to date. `built`: false if nothing had changed. */
export async function buildReport() {
  const version = hashOfInputs();
  const before = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  if (before.version === version && existsSync(join(out, 'manifest.json'))) return { version, built: false };
  const environment = process.env.NODE_ENV; // Vite makes it `production`, and the line started next would believe it
  try {
    await write(out, await bundle(join(root, 'web/report/main.ts')));
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
  writeFileSync(`${stampFile}.${process.pid}`, JSON.stringify({ version }));
  renameSync(`${stampFile}.${process.pid}`, stampFile);
  return { version, built: true };
}

async function bundle(entry) {
  const built = await viteBuild({
    configFile: false,
    root: join(root, 'web', 'report'),
    logLevel: 'warn',
    mode: 'production',
    build: {
      write: false,
      target,
      cssTarget: target,
      sourcemap: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { report: entry, style: join(root, 'web/report/css/report.css') },
        checks: { pluginTimings: false },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const made = (Array.isArray(built) ? built : [built]).flatMap(({ output }) => output);
  const scripts = made.filter(({ type, name }) => type === 'chunk' && name !== 'style');
  const styles = made.filter(({ fileName }) => fileName.endsWith('.css'));
  // one hash is to tell all of it
  if (scripts.length !== 1 || styles.length !== 1)
    throw new Error('the form is not one script and one style');
  return { script: Buffer.from(scripts[0].code), style: Buffer.from(styles[0].source) };
}

async function write(folder, { script, style }) {
  mkdirSync(folder, { recursive: true });
  const manifest = { script: named('js', script), style: named('css', style) };
  for (const [key, body] of [
    ['script', script],
    ['style', style],
  ])
    replace(join(folder, manifest[key].name), body);
  replace(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const kept = new Set(['manifest.json', manifest.script.name, manifest.style.name]);
  for (const old of readdirSync(folder))
    if (/^report\.[0-9a-f]+\.(?:js|css)$/.test(old) && !kept.has(old)) rmSync(join(folder, old));
}

const named = (ending, body) => ({
  name: `report.${createHash('sha256').update(body).digest('hex').slice(0, 16)}.${ending}`,
  sha384: createHash('sha384').update(body).digest('base64'),
  bytes: body.length,
});

function replace(path, body) {
  writeFileSync(`${path}.${process.pid}`, body);
  renameSync(`${path}.${process.pid}`, path);
}

function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of [...folders.flatMap(filesIn), ...files].sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

// With an entry and a folder of its own: the form with a line that a test plays.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [entry, folder] = process.argv.slice(2);
  if (entry !== undefined && folder !== undefined) await write(resolve(folder), await bundle(resolve(entry)));
  else {
    const { version, built } = await buildReport();
    process.stdout.write(`web form ${version} ${built ? 'built' : 'unchanged'}\n`);
  }
}
