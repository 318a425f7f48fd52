import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { createClient } from '../../../miniprogram-api/client/client.js';
import { apiServer } from '../../support/fakes/api-server.js';
import { countingRandom } from '../../vault/support.js';
import { content, fileOf, virtualTime } from './set-up.js';

/** What a page, a mini-program or Node has and ECMAScript has not, and what of ECMAScript some of them forbid. */
const absent = [
  ...[
    'WebAssembly',
    'crypto',
    'URL',
    'URLSearchParams',
    'Blob',
    'File',
    'FormData',
    'fetch',
    'XMLHttpRequest',
  ],
  ...['eval', 'TextEncoder', 'TextDecoder', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout'],
  ...[
    'structuredClone',
    'performance',
    'queueMicrotask',
    'scheduler',
    'MessageChannel',
    'atob',
    'btoa',
    'Intl',
  ],
  ...['AbortController', 'console', 'process', 'Buffer', 'global', 'require', 'navigator', 'window', 'self'],
  ...['document', 'SharedArrayBuffer', 'Atomics', 'Worker', 'localStorage', 'wx'],
];

/** A realm with nothing but ECMAScript, in which the rest cannot even be asked for. */
function bareRealm(): { context: object; asked: string[] } {
  const asked: string[] = [];
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const forbid = runInContext(
    `(name, tell) => Object.defineProperty(globalThis, name, {
      configurable: true,
      get() { tell(name); throw new Error('there is no ' + name); },
    })`,
    context,
  ) as (name: string, tell: (name: string) => void) => void;
  for (const name of absent) forbid(name, (one) => void asked.push(one));
  return { context, asked };
}

test('a whole journey needs nothing but ECMAScript and its ports', async () => {
  const script = execFileSync(process.execPath, [join(import.meta.dirname, 'bundle-client.mjs')], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { context, asked } = bareRealm();
  expect(() => void runInContext('crypto', context)).toThrow('there is no crypto');
  expect(asked).toContain('crypto');
  asked.splice(0);
  runInContext(script, context);
  // @noble/curves asks once, as it is loaded, whether there is a source of randomness, and takes no for an answer
  expect(new Set(asked.splice(0))).toEqual(new Set(['crypto']));
  const make = runInContext('fairlineClient.createClient', context) as typeof createClient;

  const server = apiServer();
  const time = virtualTime();
  const request: typeof server.request = async (sent) => {
    // bytes of another realm, as the client made them
    const body =
      sent.body === undefined || typeof sent.body === 'string' ? sent.body : Uint8Array.from(sent.body);
    return server.request({ ...sent, ...(body === undefined ? {} : { body }) });
  };
  const client = make({ request, random: countingRandom('bare'), now: time.now, pause: time.pause });

  expect((await client.line()).takesReports).toBe(true);
  const { graph } = await client.questions('zh');
  const report = client.begin();
  const upload = report.addFile(fileOf(1_100_000), { name: 'a.jpg', media: 'image' });
  const sent = await report.send({ ...content, graph });
  expect(upload.state).toBe('done');
  const [stored] = [...server.reports.byId.values()];
  server.threads.reply(stored?.reportId ?? '', '收到');
  const thread = await client.open(sent.receipt);
  expect(thread?.messages).toMatchObject([{ text: '收到', verified: true }]);
  await thread?.add('and this');
  const receipt = await thread?.changeReceipt();
  await thread?.withdraw();
  thread?.close();
  expect((await client.open(receipt ?? ''))?.state).toBe('withdrawn');
  expect(await client.open(sent.receipt)).toBeNull();
  expect(asked).toEqual([]);
}, 60_000);
