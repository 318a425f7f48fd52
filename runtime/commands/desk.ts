/** `npm run desk -- list | open LOCATOR | reply LOCATOR TEXT`: the other side of the conversation, for who holds the line's key. */
import { createInterface } from 'node:readline/promises';
import { createListReports } from '../../domain/reports/list-reports.js';
import { createOpenReport, type OpenedItem } from '../../domain/reports/open-report.js';
import { createReplyToReport } from '../../domain/reports/reply-to-report.js';
import type { DeskKeys } from '../../domain/reports/ports.js';
import { createTexts } from '../../bot/flows/texts.js';
import { createDeskVault } from '../../vault/node/create-desk-vault.js';
import { openCore, type Core } from '../compose.js';
import { Refusal } from '../exit.js';
import { deskKeys, readDemoKeys } from '../keys/line-keys.js';
import { start } from '../start.js';

const usage = 'npm run desk -- list | open LOCATOR | reply LOCATOR TEXT';
const out = (text: string): void => void process.stdout.write(`${text}\n`);

start(async (config, log, [command, locator = '', ...words]) => {
  if (!['list', 'open', 'reply'].includes(command ?? ''))
    throw new Refusal('The desk did not understand that.', usage);
  const core = await openCore(config, log);
  const { reports, keyring } = core.storage;
  const ports = {
    reports,
    keyring,
    vault: core.vault,
    desk: createDeskVault(),
    clock: core.clock,
    random: core.random,
  };
  if (command === 'list') {
    let count = 0;
    for await (const report of createListReports(ports)()) {
      count += 1;
      const marks = [report.overdue ? 'OVERDUE' : '', report.unread.desk ? 'additions unread' : ''].filter(
        Boolean,
      );
      out(
        `${report.locator}  ${report.state.padEnd(9)}  received ${report.receivedDay}  read by ${report.dueDay}  ${marks.join(', ')}`,
      );
    }
    out(
      count === 0
        ? 'No reports.'
        : `${String(count)} reports, in no telling order. A report is a lead, not a finding.`,
    );
  } else {
    const keys = await askKeys(core);
    if (command === 'open') await open(core, createOpenReport(ports), locator, keys);
    else if (await createReplyToReport(ports)(locator, keys, words.join(' ')))
      out('Sent. The person reads it with the receipt.');
    else
      throw new Refusal(
        'There is no report under this locator.',
        'Compare the eight digits with `npm run desk -- list`.',
      );
  }
  await core.storage.close();
  process.exit(0);
});

/** A demo's keys lie in DATA_DIR; in production they are typed from paper and stay in this process's memory. */
async function askKeys(core: Core): Promise<DeskKeys> {
  if (core.line === null)
    throw new Refusal('This line has no keys yet.', 'Run `npm run keys -- init` first.');
  const demo = readDemoKeys(core.data);
  if (demo !== null) return deskKeys(demo, core.line);
  if (!process.stdin.isTTY)
    throw new Refusal('The key is typed on a terminal only.', 'Run the desk by hand.');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const paper = await prompt.question('The line’s key, as it stands on the paper: ');
  prompt.close();
  return deskKeys(paper, core.line);
}

async function open(
  core: Core,
  openReport: ReturnType<typeof createOpenReport>,
  locator: string,
  keys: DeskKeys,
): Promise<void> {
  const report = await openReport(locator, keys);
  if (report === null)
    throw new Refusal(
      'There is no report under this locator.',
      'Compare the eight digits with `npm run desk -- list`.',
    );
  out(
    'A report is a lead, not a finding. It tells of conduct; what somebody thinks, says, believes or is has no place in it.',
  );
  out(
    `\nReport ${report.locator}  ${report.state}  received ${report.receivedDay}  to be read by ${report.dueDay}  way ${report.way}`,
  );
  const texts = createTexts(core.profile);
  for (const item of report.items)
    out(`\n${heading(item)}\n${body(item, (id) => (texts.has(id) ? texts.line({ text: id }, 'zh') : id))}`);
}

const heading = ({ purpose, day, reply }: OpenedItem): string =>
  `— ${purpose}, ${day}${reply === undefined || reply.verified ? '' : ' (NOT VERIFIED)'} —`;

interface Answered {
  readonly id: string;
  readonly words: string;
  readonly code?: string;
  readonly days?: readonly [string, string];
}

function body({ bytes, reply, purpose }: OpenedItem, text: (id: string) => string): string {
  if (reply !== undefined) return reply.text;
  if (bytes === null) return '(does not open: damaged, or moved from another report)';
  const value = JSON.parse(new TextDecoder().decode(bytes)) as {
    answers?: readonly Answered[];
    notes?: readonly string[];
    text?: string;
  } & Partial<Answered>;
  if (value.answers !== undefined)
    return [
      ...value.answers.map((answer) => shown(answer, text)),
      ...(value.notes ?? []).map((note) => `  note: ${note}`),
    ].join('\n');
  if (value.text !== undefined) return value.text;
  return purpose === 'person' || purpose === 'contact'
    ? shown({ id: value.id ?? '', words: value.words ?? '' }, text)
    : JSON.stringify(value, null, 2);
}

function shown({ id, words, code, days }: Answered, text: (id: string) => string): string {
  const said = code === undefined ? words : text(`c.${id}.${code}`);
  const read = days === undefined ? '' : `  (read as ${days[0] === days[1] ? days[0] : days.join(' – ')})`;
  return `  ${text(`q.${id}.label`)}: ${said.replaceAll('\n', '\n      ')}${read}`;
}
