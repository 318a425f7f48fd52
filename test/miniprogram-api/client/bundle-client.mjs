// Prints the client as one script that defines `fairlineClient`: what a mini-program would carry.
import { build } from 'vite';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');
const [{ output }] = await build({
  ...{ configFile: false, root, logLevel: 'error' },
  build: {
    ...{ write: false, minify: false, target: 'es2023' },
    lib: {
      entry: join(root, 'miniprogram-api/client/client.ts'),
      ...{ formats: ['iife'], name: 'fairlineClient', fileName: 'client' },
    },
  },
});
process.stdout.write(output[0].code);
