/** What a desk would read of a stored report: every item opened, as plain values. */
import { fromUtf8 } from '../../domain/bytes.js';
import type { Report } from '../../domain/reports/report.js';
import type { Line } from './line.js';

export interface OpenedReport {
  readonly lang: string;
  readonly answers: Readonly<Record<string, { words: string; code?: string; days?: readonly string[] }>>;
  readonly notes: readonly string[];
  /** the name of the person reported, and the contact, each an item of its own */
  readonly apart: readonly string[];
  readonly files: number;
  /** additions made with the receipt */
  readonly added: readonly string[];
  /** every word of it, for looking whether something was lost */
  readonly all: string;
}

/** Opens a report with the line's toy desk key. */
export function openedReport(line: Line, report: Report): OpenedReport {
  const envelope = report.envelopes.find(({ of }) => of === 'content');
  const key = envelope === undefined ? null : line.vault.openEnvelope(line.deskKeys, report.id, envelope);
  const items = report.items.flatMap((item) => {
    const plain = key === null ? null : line.vault.openItem(key, report.id, item);
    return plain === null ? [] : [{ purpose: item.purpose, value: JSON.parse(fromUtf8(plain)) as Plain }];
  });
  const of = (purpose: string): readonly Plain[] =>
    items.filter((item) => item.purpose === purpose).map(({ value }) => value);
  const [main] = of('answers');
  return {
    lang: main?.lang ?? '',
    answers: Object.fromEntries((main?.answers ?? []).map((answer) => [answer.id, answer])),
    notes: main?.notes ?? [],
    apart: [...of('person'), ...of('contact')].map(({ words }) => words ?? ''),
    files: of('file').length,
    added: of('addition').map(({ text }) => text ?? ''),
    all: items.map(({ value }) => JSON.stringify(value)).join('\n'),
  };
}

interface Plain {
  readonly lang?: string;
  readonly words?: string;
  readonly text?: string;
  readonly notes?: readonly string[];
  readonly answers?: readonly { id: string; words: string; code?: string; days?: readonly string[] }[];
}

/** The only report that is stored, opened. */
export function onlyReport(line: Line): OpenedReport {
  const all = [...line.stored.stored.values()];
  const [report] = all;
  if (report === undefined || all.length !== 1) throw new Error(`${String(all.length)} reports are stored`);
  return openedReport(line, report);
}
