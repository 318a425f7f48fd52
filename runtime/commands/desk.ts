/** `npm run desk`: the other side of the conversation, for who holds the line's key. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type ErrorCode, isDomainError } from '../../domain/errors.js';
import { bounds } from '../../domain/reports/bounds.js';
import { createListReports } from '../../domain/reports/list-reports.js';
import { createOpenReport } from '../../domain/reports/open-report.js';
import { createReplyToReport } from '../../domain/reports/reply-to-report.js';
import type { DeskKeys } from '../../domain/reports/ports.js';
import type { ReplyQuestion } from '../../domain/reports/reply.js';
import type { Lang } from '../../bot/dialogue/types.js';
import { createTexts } from '../../bot/flows/texts.js';
import { createDeskVault } from '../../vault/node/create-desk-vault.js';
import { openCore, type Core } from '../compose.js';
import { reportText } from '../desk/report-text.js';
import { Refusal } from '../exit.js';
import { deskKeys, readDemoKeys } from '../keys/line-keys.js';
import { start } from '../start.js';

const usage = 'npm run desk -- list | open CASE [--lang zh|en] | reply CASE TEXT [--ask story|moment|place]';
const out = (text: string): void => void process.stdout.write(`${text}\n`);

type Order =
  | { readonly do: 'list' }
  | { readonly do: 'open'; readonly caseNumber: string; readonly lang: Lang | undefined }
  | {
      readonly do: 'reply';
      readonly caseNumber: string;
      readonly text: string;
      readonly question: ReplyQuestion | undefined;
    };

start(async (config, log, args) => {
  const order = orderIn(args);
  const core = await openCore(config, log);
  try {
    await carryOut(core, order);
  } catch (error) {
    throw refused(error) ?? error;
  } finally {
    await core.close();
  }
  process.exit(0);
});

/** What is to be done. @throws Refusal for words that are no order */
function orderIn(args: readonly string[]): Order {
  const [command, number = '', ...words] = args;
  if (command === 'list' && args.length === 1) return { do: 'list' };
  if (command === 'reply') return { do: 'reply', caseNumber: caseIn(number), ...replyIn(words) };
  if (command === 'open') {
    const lang = langIn(words);
    if (lang !== null) return { do: 'open', caseNumber: caseIn(number), lang };
  }
  throw new Refusal('The desk did not understand that.', usage);
}

function caseIn(words: string): string {
  const digits = words.replace(/[\s-]/g, '');
  if (/^\d{8}$/.test(digits)) return digits;
  if (/^\d{20}$/.test(digits))
    throw new Refusal(
      'That is a receipt, which belongs to the person who reported.',
      'Use the case number of eight digits, and delete the receipt from where it came from.',
    );
  throw new Refusal('A case number has eight digits.', 'See `npm run desk -- list`.');
}

/** What is written and, where `--ask` ends it, which field the person answers in. */
function replyIn(words: readonly string[]): { text: string; question: ReplyQuestion | undefined } {
  const asked = words.lastIndexOf('--ask');
  if (asked === -1) return { text: someText(words.join(' ')), question: undefined };
  const kind = (['story', 'moment', 'place'] as const).find((one) => one === words[asked + 1]);
  if (kind === undefined || asked !== words.length - 2)
    throw new Refusal('--ask stands at the end, before story, moment or place.', usage);
  return { text: someText(words.slice(0, asked).join(' ')), question: { kind } };
}

function someText(text: string): string {
  if (text.trim() !== '') return text;
  throw new Refusal('There is nothing to send.', 'npm run desk -- reply CASE TEXT');
}

/** The language that is asked for, undefined where none is, null where the words are something else. */
function langIn(words: readonly string[]): Lang | undefined | null {
  try {
    const { lang } = parseArgs({ args: [...words], options: { lang: { type: 'string' } } }).values;
    return lang === undefined || lang === 'zh' || lang === 'en' ? lang : null;
  } catch {
    return null;
  }
}

async function carryOut(core: Core, order: Order): Promise<void> {
  const { reports, keyring } = core.storage;
  const { vault, clock, random } = core;
  const ports = { reports, keyring, vault, desk: createDeskVault(), clock, random };
  if (order.do === 'list') return list(createListReports(ports));
  const keys = await askKeys(core);
  if (order.do === 'open') {
    const report = await createOpenReport(ports)(order.caseNumber, keys);
    if (report === null) throw noSuchCase;
    out(reportText(report, createTexts(core.profile), order.lang));
    return;
  }
  if (!(await createReplyToReport(ports)(order.caseNumber, keys, order.text, order.question)))
    throw noSuchCase;
  out('Sent. The person reads it with the receipt.');
}

const noSuchCase = new Refusal(
  'There is no report with this case number.',
  'Compare the eight digits with `npm run desk -- list`.',
);

async function list(listReports: ReturnType<typeof createListReports>): Promise<void> {
  let count = 0;
  for await (const report of listReports()) {
    count += 1;
    const marks = [report.overdue ? 'OVERDUE' : '', report.unread.desk ? 'additions unread' : ''];
    out(
      `${report.caseNumber}  ${report.state.padEnd(9)}  received ${report.receivedDay}  read by ${report.dueDay}  ${marks.filter(Boolean).join(', ')}`.trimEnd(),
    );
  }
  out(
    count === 0
      ? 'No reports.'
      : `Reports: ${String(count)}, in no telling order. A report is a lead, not a finding.`,
  );
}

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

const sentences: Partial<Record<ErrorCode, readonly [sentence: string, remedy: string]>> = {
  'report.sealed_to_others': ['This key opens no envelope of that report.', 'Use the key of this line.'],
  'report.too_large': [
    `A message may have ${String(bounds.replyBytes)} bytes.`,
    'Shorten it, or send it in parts.',
  ],
  'report.closed': ['That report is closed or withdrawn.', 'It takes no more messages.'],
  'report.full': ['That report holds as many messages as one may.', 'Nothing more can be written to it.'],
  'keyring.untrusted': [
    'This key is not in the line’s keyring, and the person would see the message as not verified.',
    'Use the key of this line.',
  ],
};

/** The sentence for what the rules refuse; null where nobody foresaw the error. */
function refused(error: unknown): Refusal | null {
  const words = isDomainError(error) ? sentences[error.code] : undefined;
  return words === undefined ? null : new Refusal(...words);
}
