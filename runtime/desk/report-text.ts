/** An opened report as plain text, for the desk's command line: labels in the language it was written in. */
import type { OpenedItem, OpenedReport } from '../../domain/reports/open-report.js';
import type { Texts } from '../../bot/flows/texts.js';
import type { Lang, Say } from '../../bot/dialogue/types.js';
import { skipped, unknown } from '../../questions/walk.js';

/** What is said of a report wherever it is read: it stands above every one. */
const caution =
  'A report is a lead, not a finding. It tells of conduct; what somebody thinks, says, believes or is has no place in it.';

/**
 * The text of a report. Labels are in `lang`; left out, in the language the report was written in. Whatever was written
 * on a device may hold what moves a terminal's cursor or turns the direction of a name: it is shown as a mark.
 */
export function reportText(report: OpenedReport, texts: Texts, lang?: Lang): string {
  const written = report.items.map(contentOf).find((content) => content?.lang !== undefined)?.lang;
  const to = (say: Say): string => texts.line(say, lang ?? (written === 'en' ? 'en' : 'zh'));
  const label = (id: string): string => (texts.has(id) ? to({ text: id }) : id);
  return [
    caution,
    `Case ${report.caseNumber}  ${report.state}  received ${report.receivedDay}  to be read by ${report.dueDay}  way ${report.way}`,
    ...report.items.map((item) => `${heading(item)}\n${body(item, label, report.items)}`),
  ]
    .join('\n\n')
    .replace(unseen, '\ufffd');
}

/** Controls but the end of a line and a tab, and the marks that turn the direction of a text. */
const unseen = /(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const heading = ({ purpose, day, reply }: OpenedItem): string =>
  `— ${purpose}, ${day}${reply === undefined || reply.verified ? '' : ' (NOT VERIFIED)'} —`;

type Label = (id: string) => string;

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
  /** of a report its answers, of an addition the id of the message that it answers */
  readonly answers?: readonly Answer[] | string;
  readonly notes?: readonly string[];
  readonly text?: string;
  readonly dispute?: boolean;
  readonly media?: string;
  readonly type?: string;
  readonly size?: number;
  readonly name?: string;
  readonly cleaned?: string;
}

/** What a device did with what a picture tells beside what it shows: place, time, camera. */
const cleaning: Readonly<Record<string, string>> = {
  cleaned: 'hidden data removed',
  unchanged: 'hidden data NOT removed',
};

function contentOf({ bytes, reply }: OpenedItem): Content | null {
  if (bytes === null || reply !== undefined) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Content;
  } catch {
    return null;
  }
}

function body(item: OpenedItem, label: Label, all: readonly OpenedItem[]): string {
  if (item.reply !== undefined) {
    const { text, question } = item.reply;
    return question === undefined ? text : `${text}\n  (asks for an answer of its own: ${question.kind})`;
  }
  if (item.bytes === null) return '(does not open: damaged, or moved from another report)';
  const content = contentOf(item);
  if (content === null) return unknownForm;
  try {
    return said(content, label, all) ?? unknownForm;
  } catch {
    return unknownForm; // whoever sends through the API puts in what they like
  }
}

const unknownForm = '(opens, and is of a form that this release does not know)';

function said(content: Content, label: Label, all: readonly OpenedItem[]): string | null {
  const { answers = [], notes = [], text, media, id, kind = '', words = '' } = content;
  if (media !== undefined) return fileLine(content, media);
  // no line of what somebody wrote begins where a heading does
  if (text !== undefined) return `${mark(content, all)}${text.replaceAll('\n', '\n  ')}`;
  if (typeof answers === 'string') return null;
  const given = id === undefined ? answers : [{ ...content, id, kind, words }];
  return [...given.map((answer) => line(answer, label)), ...notes.map((note) => `  + ${note}`)].join('\n');
}

function fileLine({ type = '', size = 0, name, cleaned }: Content, media: string): string {
  const about = [media, type, `${String(size)} bytes`, cleaned === undefined ? undefined : cleaning[cleaned]];
  const facts = about.filter((fact) => fact !== undefined).join(', ');
  return `  ${facts}${name === undefined ? '' : `, named “${name.replaceAll('\n', ' ')}”`}`;
}

/** What an addition is, if it is more than something said later. */
function mark({ dispute, answers }: Content, all: readonly OpenedItem[]): string {
  if (dispute === true) return '  (disputes the outcome)\n';
  if (typeof answers !== 'string') return '';
  const asked = all.find(({ id, purpose }) => id === answers && purpose === 'reply');
  return `  (answers the message of ${asked?.day ?? 'an unknown day'})\n`;
}

function line(answer: Answer, label: Label): string {
  const { days } = answer;
  const read = days === undefined ? '' : `  (read as ${days[0] === days[1] ? days[0] : days.join(' – ')})`;
  return `  ${label(`q.${answer.id}.label`)}: ${wordsOf(answer, label).replaceAll('\n', '\n      ')}${read}`;
}

/** A choice by its label, the person's words as they are. */
function wordsOf({ id, kind, words, code }: Answer, label: Label): string {
  if (code === skipped || (kind === 'files' && words === '0')) return label('value.skipped');
  if (code === unknown) return label('value.unknown');
  if (kind === 'consent') return label('value.agreed');
  if (kind === 'files') return label('value.sent');
  return code === undefined ? words : label(`c.${id}.${code}`);
}
