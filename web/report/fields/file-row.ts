/** One file on its way: how far it is, and what can be done with it. */
import { h } from '../../phone/dom.js';
import type { FileTexts } from '../texts/texts.js';
import { writtenSize } from '../state/media-of.js';
import type { FileUpload } from '../upload.js';

export interface FileRow {
  readonly element: HTMLLIElement;
  /** No longer listens to the file. */
  readonly forget: () => void;
}

export interface FileRowParts {
  readonly texts: FileTexts;
  readonly upload: FileUpload;
  readonly remove: () => void;
  /** The file has come to a rest: safe, or stopped. */
  readonly rested: (words: string) => void;
}

const percent = ({ sent, size }: FileUpload): number =>
  size === 0 ? 0 : Math.min(100, Math.floor((sent / size) * 100));

export function fileRow({ texts, upload, remove, rested }: FileRowParts): FileRow {
  const { name } = upload;
  const state = h('span', { class: 'state' });
  const bar = h('progress', { max: '100', 'aria-label': name });
  const about = h('p', { class: 'about' });
  const act = h('button', { type: 'button', class: 'button small' });
  const drop = h('button', { type: 'button', class: 'button small', onclick: remove }, texts.removeShort);
  drop.setAttribute('aria-label', texts.remove(name));
  act.addEventListener('click', () => {
    if (upload.state === 'paused') upload.resume();
    else if (upload.state === 'failed') upload.retry();
    else upload.pause();
  });
  let before = '';
  const update = (): void => {
    const [short, long] = actOf(upload, texts);
    state.textContent = stateWords(upload, texts);
    bar.value = upload.state === 'done' ? 100 : percent(upload);
    bar.hidden = upload.state === 'done';
    about.textContent = aboutWords(upload, texts);
    about.hidden = about.textContent === '';
    if (upload.state === 'done' && document.activeElement === act) drop.focus();
    act.hidden = upload.state === 'done';
    act.textContent = short;
    act.setAttribute('aria-label', long);
    element.className = upload.state;
    if (upload.state !== before && (upload.state === 'done' || upload.state === 'failed'))
      rested(`${name}: ${stateWords(upload, texts)}`);
    before = upload.state;
  };
  const element = h(
    'li',
    {},
    h(
      'div',
      { class: 'what' },
      h('span', { class: 'name', translate: 'no' }, name),
      h('span', { class: 'size' }, writtenSize(upload.size)),
    ),
    bar,
    h('p', { class: 'how' }, state),
    about,
    h('div', { class: 'acts' }, act, drop),
  );
  update();
  return { element, forget: upload.onChange(update) };
}

function stateWords(upload: FileUpload, texts: FileTexts): string {
  switch (upload.state) {
    case 'cleaning':
      return texts.cleaning;
    case 'sealing':
      return texts.sealing;
    case 'uploading':
      return texts.uploading(percent(upload));
    case 'paused':
      return texts.paused(percent(upload));
    case 'failed':
      return texts.failed;
    case 'done':
      return texts.done;
  }
}

function aboutWords({ cleaned }: FileUpload, texts: FileTexts): string {
  if (cleaned === null) return '';
  return { cleaned: texts.cleaned, unchanged: texts.unchanged, 'no-picture': texts.notPicture }[cleaned];
}

function actOf({ state, name }: FileUpload, texts: FileTexts): readonly [short: string, long: string] {
  if (state === 'paused') return [texts.resumeShort, texts.resume(name)];
  if (state === 'failed') return [texts.retryShort, texts.retry(name)];
  return [texts.pauseShort, texts.pause(name)];
}
