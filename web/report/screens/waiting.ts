/** The report waits for its files, and goes off by itself as soon as they are safe. */
import { h } from '../../phone/dom.js';
import { fileRow } from '../fields/file-row.js';
import { backButton, button, heading, paragraph, type Screen } from '../parts.js';
import type { Line, ReportInProgress } from '../ports.js';
import type { Texts } from '../texts/texts.js';
import type { FileUpload } from '../upload.js';

export interface WaitingParts {
  readonly report: ReportInProgress;
  readonly texts: Texts;
  readonly limits: Line['limits'];
  readonly say: (words: string) => void;
  readonly ready: () => void;
  readonly without: () => void;
  readonly back: () => void;
}

export function waitingScreen(parts: WaitingParts): Screen & { readonly forget: () => void } {
  const { report, texts, say, ready, without, back } = parts;
  const says = texts.summary;
  const open = (): number => report.files().filter(({ state }) => state !== 'done').length;
  const list = h('ul', { class: 'files', 'aria-label': texts.files.list });
  const otherwise = button(says.sendWithout(open()), without);
  const forgets: (() => void)[] = [];
  let over = false;
  const forget = (): void => {
    over = true;
    for (const each of forgets) each();
  };
  const look = (): void => {
    if (over) return;
    otherwise.textContent = says.sendWithout(open());
    if (open() > 0) return;
    forget();
    ready();
  };
  const add = (upload: FileUpload): void => {
    const remove = (): void => {
      row.forget();
      row.element.remove();
      report.removeFile(upload);
      otherwise.focus();
      look();
    };
    const row = fileRow({ texts: texts.files, upload, remove, rested: say });
    forgets.push(row.forget, upload.onChange(look));
    list.append(row.element);
  };
  for (const upload of report.files()) add(upload);
  return {
    title: says.waitAndSend,
    body: [
      backButton(texts.form.back, back),
      heading(says.waitAndSend),
      paragraph(says.waitingNow),
      list,
      h('div', { class: 'buttons' }, otherwise),
    ],
    forget,
  };
}
