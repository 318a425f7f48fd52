// Builds the console's page into dist/console-web. The folder is replaced by rename, so that nobody is served half a build.
import vue from '@vitejs/plugin-vue';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const out = join(root, 'dist', 'console-web');
const stampFile = join(root, 'dist', '.console-stamp.json');
/** What the page is made of: ours as files, everybody else's as the lock that names it. */
const folders = ['console/web', 'web/tokens', 'vault', 'questions', 'miniprogram-api/client'];
const files = ['tools/build-console.mjs', 'tsconfig.console.json', 'tsconfig.json', 'package-lock.json'];

/**
 * Brings dist/console-web up to date. `version` is the hash of all that went into it; it stands in
 * dist/console-web/version.json and is what the page takes itself for. `built`: false if nothing had changed.
 */
export async function buildConsole() {
  const version = hashOfInputs();
  const before = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  if (before.version === version && existsSync(join(out, 'index.html'))) return { version, built: false };
  const fresh = `${out}.${process.pid}`;
  const environment = process.env.NODE_ENV; // Vite makes it `production`, and the line started next would believe it
  try {
    await viteBuild(settings(version, fresh));
    writeFileSync(join(fresh, 'version.json'), JSON.stringify({ version }));
    replaceFolder(fresh);
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    rmSync(fresh, { recursive: true, force: true });
  }
  writeFileSync(`${stampFile}.${process.pid}`, JSON.stringify({ version }));
  renameSync(`${stampFile}.${process.pid}`, stampFile);
  return { version, built: true };
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

const filesIn = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    : [];

function replaceFolder(fresh) {
  const old = `${fresh}.old`;
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}

const settings = (version, outDir) => ({
  configFile: false,
  root: join(root, 'console/web'),
  base: '/',
  logLevel: 'warn',
  mode: 'production',
  plugins: [chosenTheme(), vue()],
  define: { __CONSOLE_VERSION__: JSON.stringify(version), __VUE_OPTIONS_API__: 'true' },
  worker: { format: 'es' },
  build: {
    outDir,
    emptyOutDir: true,
    sourcemap: false,
    // a page without an inline script: older browsers load the parts one after the other
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: inBase },
            { name: 'desk', test: inDesk },
          ],
        },
      },
    },
  },
});

/** What every page needs and no release of ours changes. */
const inBase = /node_modules\/(@vue\/|vue\/|vue-router\/|i18next|i18next-vue\/)/;

/** What is ours and the first page has; texts of other subjects come with their pages. */
const inDesk =
  /console\/web\/(?:(?:api|components|composables|i18n|router|services|session|shell)\/|texts\/(?:en|zh)(?:\.ts|\/(?:accounts|acts|common|entry|errors)\.ts))/;

/** Readers of the tokens get the dark ones by their system alone; here a person may choose. */
function chosenTheme() {
  const dark = /@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}\s*\}/;
  return {
    name: 'chosen-theme',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('web/tokens/tokens.css')) return null;
      if (!dark.test(code))
        throw new Error('web/tokens/tokens.css has no dark tokens where they are looked for');
      return code.replace(
        dark,
        (_, tokens) =>
          `@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) {${tokens}} }\n` +
          `:root[data-theme='dark'] { color-scheme: dark; ${tokens} }\n` +
          `:root[data-theme='light'] { color-scheme: light; }\n`,
      );
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const { version, built } = await buildConsole();
  process.stdout.write(`console-web ${version} ${built ? 'built' : 'unchanged'}\n`);
}
