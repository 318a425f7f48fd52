/** Choosing files, and the list of those that are on their way. */
import { h, uniqueId } from '../../phone/dom.js';
import { fileSource } from '../file-source.js';
import type { FileTaker, Line } from '../ports.js';
import { mediaOf, writtenLimit } from '../state/media-of.js';
import type { FileTexts } from '../texts/texts.js';
import type { FileUpload } from '../upload.js';
import { fileRow, type FileRow } from './file-row.js';

export interface FileListParts {
  readonly texts: FileTexts;
  readonly limits: Line['limits'];
  readonly taker: FileTaker;
  /** those that were chosen before */
  readonly uploads: readonly FileUpload[];
  readonly remove: (upload: FileUpload) => void;
  /** Read out without taking the focus. */
  readonly say: (words: string) => void;
  readonly describedBy?: string;
}

export interface FileList {
  readonly nodes: readonly Node[];
  readonly target: string;
  count(): number;
}

export function fileList(parts: FileListParts): FileList {
  const { texts, limits, taker, say } = parts;
  const id = uniqueId();
  const rows = new Map<FileUpload, FileRow>();
  const refused = h('div', { class: 'problem', role: 'alert', hidden: true });
  const list = h('ul', { class: 'files', 'aria-label': texts.list, hidden: true });
  const label = h('label', { for: id, class: 'button second' }, texts.choose);
  const input = h('input', {
    ...{ id, type: 'file', multiple: true, class: 'unseen', autocomplete: 'off' },
    ...(parts.describedBy === undefined ? {} : { 'aria-describedby': parts.describedBy }),
  });

  const settle = (): void => {
    list.hidden = rows.size === 0;
    label.textContent = rows.size === 0 ? texts.choose : texts.more;
  };
  const add = (upload: FileUpload): void => {
    const remove = (): void => {
      rows.get(upload)?.forget();
      rows.get(upload)?.element.remove();
      rows.delete(upload);
      parts.remove(upload);
      settle();
      input.focus();
      say(texts.removed(upload.name));
    };
    const row = fileRow({ texts, upload, remove, rested: say });
    rows.set(upload, row);
    list.append(row.element);
  };
  input.addEventListener('change', () => {
    const problems: string[] = [];
    for (const file of input.files ?? []) {
      const why = whyNot(file, rows.size, limits, texts);
      if (why === null) add(taker.addFile(fileSource(file), { name: file.name, media: mediaOf(file) }));
      else problems.push(why);
    }
    input.value = '';
    refused.replaceChildren(...[...new Set(problems)].map((words) => h('p', {}, words)));
    refused.hidden = problems.length === 0;
    settle();
  });
  for (const upload of parts.uploads) add(upload);
  settle();
  return {
    nodes: [refused, h('div', { class: 'choose' }, input, label), list],
    target: id,
    count: () => rows.size,
  };
}

function whyNot(file: File, have: number, limits: Line['limits'], texts: FileTexts): string | null {
  if (have >= limits.files) return texts.tooMany(limits.files);
  if (file.size === 0) return texts.emptyFile(file.name);
  return file.size > limits.fileBytes ? texts.tooLarge(file.name, writtenLimit(limits.fileBytes)) : null;
}
