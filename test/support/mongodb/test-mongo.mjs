/**
 * `npm run test:mongo`: the tests that use a database, on the server that MONGODB_URI_TEST names. With a judge's name
 * (`npm run test:mongo -- ferretdb`) the judge is built and started for it; where it cannot be, that is said and nothing
 * fails. What a judge does not support is left out, as exclusions.mjs says.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { build } from '../../../tools/build.mjs';
import { exclusions } from './exclusions.mjs';

const files = [
  'test/models/stores.test.ts',
  'test/models/documents.test.ts',
  'test/models/articles.store.test.ts',
  'test/models/article-documents.test.ts',
  'test/models/staff.store.test.ts',
  'test/models/audit.store.test.ts',
  'test/models/upkeep.store.test.ts',
  'test/models/holiday-year.store.test.ts',
  'test/models/notices.store.test.ts',
  'test/models/advance-notices.test.ts',
  'test/models/approve-notices.test.ts',
  'test/models/sends.store.test.ts',
  'test/jobs/killed.test.ts',
  'test/jobs/on-the-database.test.ts',
  'test/models/first-turns.test.ts',
  'test/models/send-sealed.test.ts',
  'test/runtime/journey.test.ts',
];
const say = (line) => process.stdout.write(`${line}\n`);

/** Runs the tests and answers jest's exit code. */
async function tests(uri, left) {
  for (const { test, reason } of left) say(`left out: ${test}\n     why: ${reason}`);
  const quoted = left.map(({ test }) => test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const names = quoted.length ? ['--testNamePattern', `^(?!${quoted.join('|')})`] : [];
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ];
  const child = spawn(process.execPath, [...jest, ...names, ...files], {
    stdio: 'inherit',
    env: { ...process.env, MONGODB_URI_TEST: uri },
  });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

const [name] = process.argv.slice(2);
if (name === undefined) {
  const uri = process.env.MONGODB_URI_TEST;
  if (!uri) say('Set MONGODB_URI_TEST to a server, or name a judge: npm run test:mongo -- ferretdb');
  process.exitCode = uri ? await tests(uri, []) : 1;
} else {
  await build();
  const { judgeNames, startJudge } = await import('../../../dist/test/support/mongodb/judges.js');
  if (!judgeNames.includes(name)) throw new Error(`name one of: ${judgeNames.join(', ')}`);
  const judge = await startJudge(name);
  if ('absent' in judge) say(`${name} does not judge here: ${judge.absent}.`);
  else {
    say(`${name} judges at ${judge.uri}`);
    process.exitCode = await tests(judge.uri, exclusions[name]);
    await judge.stop();
  }
}
