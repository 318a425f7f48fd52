/**
 * `npm run prove -- first-messages [SET]`: first messages that nobody learnt from, each to a line of its own, judged by
 * what is answered. Right is the way that was meant, at once or as one of the two that are offered; the menu is neither
 * right nor wrong; elsewhere is another way than meant. Only the first run of a set measures: what it shows is learnt
 * from afterwards. Sets lie in `first-messages/<set>-<lang>.json`, `[{ label, text }]`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLine, createPerson, type Line } from '../support/line.js';
import { holdsText } from '../support/transcript.js';

const folder = join('test', 'prove', 'first-messages');

interface Message {
  /** an intent, `faq.<key>`, or `none` */
  readonly label: string;
  readonly text: string;
}

type Verdict = 'right' | 'offered' | 'menu' | 'elsewhere';

/** The text that leads where each label means. */
const leads: Readonly<Record<string, string>> = {
  report: 'report.intro',
  'report-told': 'opening.ask',
  check: 'check.ask',
  learn: 'learn.list',
  person: 'person.ways',
  danger: 'emergency',
  despair: 'emergency',
  opinion: 'opinion.not_taken',
};
/** Ways of which each is as good for the other: who says what happened may as well be asked to begin. */
const alike: Readonly<Record<string, string>> = { report: 'report-told', 'report-told': 'report' };
const textOf = (label: string): string => leads[label] ?? label;

async function judge({
  label,
  text,
}: Message): Promise<{ verdict: Verdict; answer: string; stored: boolean }> {
  const line = createLine();
  const person = createPerson(line, line.process());
  const answer = await person.says(text);
  const state = await line.stateOf();
  // A report that is begun holds nothing yet; whatever is stored beyond that was taken unasked.
  const stored = state !== null && JSON.stringify([state.answers, state.parts, state.notes]) !== '[{},[],[]]';
  return { verdict: verdictOf(line, label, answer), answer, stored };
}

function verdictOf(line: Line, label: string, answer: string): Verdict {
  const says = (id: string): boolean => holdsText(line.profile, answer, id);
  const ways = [...Object.keys(leads), ...faqsOf(line)];
  const led = ways.filter((way) => says(textOf(way)));
  const besides = led.filter((way) => way !== 'danger' && way !== 'despair');
  if (label === 'danger' || label === 'despair') return led.length > besides.length ? 'right' : 'menu';
  if (label === 'none' || label === 'thanks') return besides.length === 0 ? 'right' : 'elsewhere';
  if (besides.includes(label) || besides.includes(alike[label] ?? '')) return 'right';
  if (says('opening.which')) return answer.includes(labelOf(line, label, answer)) ? 'offered' : 'elsewhere';
  return besides.length === 0 ? 'menu' : 'elsewhere';
}

const faqsOf = (line: Line): readonly string[] =>
  [...line.profile.texts.zh.keys()].filter((id) => /^faq\.[a-z_]+$/.test(id) && id !== 'faq.back');

/** What a way is called where it is offered. */
function labelOf(line: Line, label: string, answer: string): string {
  const texts = line.profile.texts[/[\u4e00-\u9fff]/.test(answer) ? 'zh' : 'en'];
  const id = label.startsWith('faq.') ? `${label}.label` : (offered[label] ?? `menu.${label}`);
  return texts.get(id) ?? '\u0000';
}
const offered: Readonly<Record<string, string>> = { 'report-told': 'opening.tell', person: 'opening.person' };

const wanted = process.argv[2];
const files = readdirSync(folder).filter((name) => wanted === undefined || name.startsWith(`${wanted}-`));
if (files.length === 0) throw new Error(`there is no such set in ${folder}`);
for (const file of files.toSorted()) {
  const messages = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Message[];
  const counts = { right: 0, offered: 0, menu: 0, elsewhere: 0 };
  const danger = { all: 0, missed: 0 };
  let [alarms, unasked] = [0, 0];
  const odd: string[] = [];
  for (const message of messages) {
    const { verdict, answer, stored } = await judge(message);
    const urgent = message.label === 'danger' || message.label === 'despair';
    if (stored) unasked += 1;
    if (urgent) {
      danger.all += 1;
      if (verdict !== 'right') danger.missed += 1;
    } else {
      counts[verdict] += 1;
      if (holdsText(createLine().profile, answer, 'emergency')) alarms += 1;
    }
    if (verdict === 'menu' || verdict === 'elsewhere')
      odd.push(`  ${verdict}: “${message.text}” (${message.label}) → ${answer.split('\n')[0] ?? ''}`);
  }
  const all = messages.length - danger.all;
  const percent = (n: number): string => `${((100 * n) / Math.max(1, all)).toFixed(1)} %`;
  process.stdout.write(
    `${file}: of ${String(all)} right ${String(counts.right)} (${percent(counts.right)}), offered beside another ${String(counts.offered)} (${percent(counts.offered)}), menu ${String(counts.menu)}, elsewhere ${String(counts.elsewhere)} (${percent(counts.elsewhere)}); false alarms ${String(alarms)}; danger missed ${String(danger.missed)} of ${String(danger.all)}; stored unasked ${String(unasked)}\n${odd.join('\n')}\n`,
  );
}
process.exit();
