/**
 * `npm run prove -- dump`: conversations at every stage, then the machine is pulled (kill -9) and everything the line
 * left is searched for what people wrote: the database with its log, the data folder, what was printed. A second look
 * takes LINE_SECRET, the ratchet and the line's keys away: then nothing may open.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEverything, textOfReport } from '../support/desk.js';
import { follow, startLine } from '../support/running-line.js';
import { receiptIn } from '../support/receipt-in.js';

const folder = mkdtempSync(join(tmpdir(), 'fairline-dump-'));
const line = await startLine(folder, { LOG_LEVEL: 'debug', LIMIT_REPORTS_DAY: '3' });
/** What must be found nowhere, by what it is. */
let reports = 0;
const canaries = new Map<string, string>();
let count = 0;
const canary = (kind: string): string => {
  count += 1;
  const words = `金丝雀${String(count)}canary${String(7919 * count)}之${kind}`;
  canaries.set(`${kind} ${String(count)}`, words);
  return words;
};

const answers = 15;
for (let n = 0; n < 40; n += 1) {
  const phone = await follow(line.url);
  canaries.set(`openid ${String(n)}`, phone.openid);
  const script = [
    '我要举报',
    '1',
    canary('story'),
    canary('story'),
    '说完了',
    `上周三 ${canary('time')}`,
    canary('place'),
    canary('name'),
    '1',
    '1',
    '1',
    '1',
    '1',
    canary('contact'),
    '1',
    '确认发送',
  ];
  // every stage is left behind: somebody stops after each question, somebody deletes, the others send
  const stop = n < answers ? n + 1 : script.length;
  let last = '';
  for (const words of script.slice(0, stop)) last = await phone.says(words);
  if (n === 3) for (const words of ['删除', '删除']) await phone.says(words);
  const receipt = receiptIn(last);
  if (receipt === null) continue;
  const digits = receipt.replace(/\D/g, '');
  canaries.set(`receipt ${String(n)}`, receipt);
  canaries.set(`digits ${String(n)}`, digits);
  reports += 1;
  if (n % 3 === 0) continue; // the four digits are not sent: the receipt still waits
  await phone.says(digits.slice(-4));
  await phone.says(receipt);
  await phone.says('1');
  await phone.says(canary('addition'));
}
await line.stop('SIGKILL');

const files = (under: string): readonly string[] =>
  readdirSync(under, { recursive: true, encoding: 'utf8' })
    .map((name) => join(under, name))
    .filter((path) => statSync(path).isFile());
const forms = (words: string): readonly Buffer[] => [
  Buffer.from(words, 'utf8'),
  Buffer.from(words, 'utf16le'),
  Buffer.from(Buffer.from(words, 'utf8').toString('hex')),
  Buffer.from(Buffer.from(words, 'utf8').toString('base64').slice(0, -4)),
  Buffer.from(encodeURIComponent(words)),
];
const places = [
  ...files(folder).map((path) => [path.slice(folder.length), readFileSync(path)] as const),
  ['what it printed', Buffer.from(line.output())] as const,
];
const found: string[] = [];
for (const [kind, words] of canaries)
  for (const [place, bytes] of places)
    if (forms(words).some((form) => bytes.includes(form))) found.push(`${kind} in ${place}`);
// the search itself is checked: a clear field of the same documents must be found
const opened = await openEverything(folder);
const seen = opened.filter(({ caseNumber }) => places.some(([, bytes]) => bytes.includes(caseNumber))).length;
const readable = opened.filter((report) => textOfReport(report).includes('金丝雀')).length;

// a thief who has everything but LINE_SECRET, the ratchet and the line's keys
const stolen = mkdtempSync(join(tmpdir(), 'fairline-stolen-'));
cpSync(folder, stolen, {
  recursive: true,
  filter: (path) => !/line-secret|ratchet|line-keys\.json|line\.json|\.sock$/.test(path),
});
const theirs = await openEverything(stolen).catch(() => []);
const opensForThief = theirs.filter((report) => textOfReport(report).includes('金丝雀')).length;
for (const one of [folder, stolen]) rmSync(one, { recursive: true, force: true });

process.stdout.write(
  `${JSON.stringify({
    canaries: canaries.size,
    files: places.length,
    bytes: places.reduce((sum, [, bytes]) => sum + bytes.length, 0),
    found: found.length,
    clearFieldsSeen: `${String(seen)} of ${String(reports)}`,
    reportsReadableWithKeys: `${String(readable)} of ${String(reports)}`,
    opensForThief,
  })}\n`,
);
for (const one of found.slice(0, 20)) process.stdout.write(`FOUND ${one}\n`);
if (found.length > 0 || seen !== reports || readable !== reports || opensForThief > 0) process.exitCode = 1;
process.exit();
