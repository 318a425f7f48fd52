/** `npm run notices:preview -- --months N [--json]`: what would be sent, when, to whom, with which words. */
import { parseArgs } from 'node:util';
import { openCore, type Core } from '../compose.js';
import { Refusal } from '../exit.js';
import { previewLines, previewRows } from '../notices/preview-text.js';
import { start } from '../start.js';

const usage = 'npm run notices:preview -- --months N [--json]';
const mostMonths = 24;
const usualMonths = 12;

interface Order {
  readonly months: number;
  readonly json: boolean;
}

start(async (config, log, args) => {
  const order = orderIn(args);
  const core = await openCore(config, log);
  try {
    await preview(core, order);
  } finally {
    await core.close();
  }
  process.exit(0);
});

/** What is to be shown. @throws Refusal for words that are no order */
function orderIn(args: readonly string[]): Order {
  const { words, months = String(usualMonths), json } = read(args);
  const count = /^\d{1,2}$/.test(months) ? Number(months) : 0;
  if (words.join(' ') !== 'preview' || count < 1 || count > mostMonths)
    throw new Refusal('The preview did not understand that.', `${usage}, N from 1 to ${String(mostMonths)}`);
  return { months: count, json };
}

/** @throws Refusal for an option that is none */
function read(args: readonly string[]) {
  try {
    const { positionals: words, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { months: { type: 'string' }, json: { type: 'boolean' } },
    });
    return { words, ...values, json: values.json === true };
  } catch {
    throw new Refusal('The preview did not understand that.', usage);
  }
}

async function preview(core: Core, { months, json }: Order): Promise<void> {
  const found = await core.notices.preview(months);
  if (json) {
    process.stdout.write(`${JSON.stringify(previewRows(found), null, 2)}\n`);
    return;
  }
  const mass = found.filter(({ audience }) => audience.some(({ way }) => way === 'mass'));
  const days = new Map(mass.map(({ at }) => [core.clock.dayAt(at).slice(0, 7), core.clock.dayAt(at)]));
  const budgets = await Promise.all([...days.values()].map((day) => core.notices.budgetOf(day)));
  for (const line of previewLines(found, budgets, core.config.zone)) process.stdout.write(`${line}\n`);
}
