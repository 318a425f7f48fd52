// Workers and child processes load from dist/ (a .ts worker does not start under jest), so it is brought up to date first, and so is the console's page that a running line serves.
import { buildReport } from '../../tools/build-report.mjs';
import { buildConsole } from '../../tools/build-console.mjs';
import { build } from '../../tools/build.mjs';

export default async () => {
  await build();
  await buildConsole();
  await buildReport();
};
