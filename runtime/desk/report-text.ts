/** An opened report as plain text, for the desk's command line: labels in the language it was written in. */
import type { OpenedItem, OpenedReport } from '../../domain/reports/open-report.js';
import type { Texts } from '../../bot/flows/texts.js';
import type { Lang, Say } from '../../bot/dialogue/types.js';
import { skipped, unknown } from '../../questions/walk.js';

/** What is said of a report wherever it is read: it stands above every one. */
const caution =
  'A report is a lead, not a finding. It tells of conduct; what somebody thinks, says, believes or is has no place in it.';

/** The text of a report. Labels are in `lang`; left out, in the language the report was written in. */
export function reportText(report: OpenedReport, texts: Texts, lang?: Lang): string {
  const written = report.items.map(contentOf).find((content) => content?.lang !== undefined)?.lang;
  const to = (say: Say): string => texts.line(say, lang ?? (written === 'en' ? 'en' : 'zh'));
  const label = (id: string): string => (texts.has(id) ? to({ text: id }) : id);
  return [
    caution,
    `Case ${report.caseNumber}  ${report.state}  received ${report.receivedDay}  to be read by ${report.dueDay}  way ${report.way}`,
    ...report.items.map((item) => `${heading(item)}\n${body(item, label)}`),
  ].join('\n\n');
}

const heading = ({ purpose, day, reply }: OpenedItem): string =>
  `— ${purpose}, ${day}${reply === undefined || reply.verified ? '' : ' (NOT VERIFIED)'} —`;

/** An answer as the chat seals it (bot/flows/report-items.ts). */
interface Answer {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly code?: string;
  readonly days?: readonly [string, string];
}

/** What whoever sealed an item put in, as far as a text shows it. */
interface Content extends Partial<Answer> {
  readonly lang?: string;
  readonly answers?: readonly Answer[];
  readonly notes?: readonly string[];
  readonly text?: string;
  readonly media?: string;
  readonly type?: string;
  readonly size?: number;
}

function contentOf({ bytes, reply }: OpenedItem): Content | null {
  if (bytes === null || reply !== undefined) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Content;
  } catch {
    return null;
  }
}

function body(item: OpenedItem, label: (id: string) => string): string {
  if (item.reply !== undefined) return item.reply.text;
  if (item.bytes === null) return '(does not open: damaged, or moved from another report)';
  const content = contentOf(item);
  if (content === null) return '(opens, and is of a form that this release does not know)';
  const { answers = [], notes = [], text, media, type = '', size = 0, id, kind = '', words = '' } = content;
  if (media !== undefined) return `  ${media}, ${type}, ${String(size)} bytes`;
  if (text !== undefined) return text;
  const all = id === undefined ? answers : [{ ...content, id, kind, words }];
  return [...all.map((answer) => line(answer, label)), ...notes.map((note) => `  + ${note}`)].join('\n');
}

function line(answer: Answer, label: (id: string) => string): string {
  const { days } = answer;
  const read = days === undefined ? '' : `  (read as ${days[0] === days[1] ? days[0] : days.join(' – ')})`;
  return `  ${label(`q.${answer.id}.label`)}: ${said(answer, label).replaceAll('\n', '\n      ')}${read}`;
}

/** A choice by its label, the person's words as they are. */
function said({ id, kind, words, code }: Answer, label: (id: string) => string): string {
  if (code === skipped || (kind === 'files' && words === '0')) return label('value.skipped');
  if (code === unknown) return label('value.unknown');
  if (kind === 'consent') return label('value.agreed');
  if (kind === 'files') return label('value.sent');
  return code === undefined ? words : label(`c.${id}.${code}`);
}
