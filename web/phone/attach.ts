import { h, icon, uniqueId } from './dom.js';
import { placeForm } from './place.js';
import { sampleVoice } from './sample-voice.js';
import type { Outgoing } from './shapes.js';
import type { Texts } from './texts.js';

/** Pictures, voice, video and places: what stands behind the plus sign. */
export function createAttachments(texts: Texts, send: (message: Outgoing) => void): HTMLElement {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const close = (): void => {
    choices.hidden = false;
    voices.hidden = true;
    place.hidden = true;
    problem.textContent = '';
  };
  const done = (message: Outgoing): void => {
    close();
    send(message);
  };
  const file = (
    type: 'image' | 'voice' | 'video',
    accept: string,
    label: string,
    mark: Parameters<typeof icon>[0],
  ) =>
    picker(accept, label, mark, (chosen) => {
      void read(type, chosen).then((message) => {
        if (message === null) problem.textContent = texts.tooLarge;
        else done(message);
      });
    });
  const button = (label: string, mark: Parameters<typeof icon>[0], act: () => void): HTMLElement =>
    h('button', { type: 'button', class: 'choice', onclick: act }, icon(mark), h('span', {}, label));

  const voices = h(
    'div',
    { class: 'choices', hidden: true },
    button(texts.sampleVoice, 'voice', () => {
      done({ type: 'voice', base64: sampleVoice() });
    }),
    file('voice', 'audio/*,.amr', texts.voiceFile, 'voice'),
    h('button', { type: 'button', class: 'plain', onclick: close }, texts.back),
  );
  const place = placeForm(texts, done, close);
  const choices = h(
    'div',
    { class: 'choices' },
    file('image', 'image/png,image/jpeg,image/gif', texts.picture, 'picture'),
    button(texts.voice, 'voice', () => {
      choices.hidden = true;
      voices.hidden = false;
      voices.querySelector('button')?.focus();
    }),
    file('video', 'video/mp4', texts.video, 'video'),
    button(texts.place, 'place', () => {
      choices.hidden = true;
      place.hidden = false;
      place.querySelector('input')?.focus();
    }),
  );
  return h(
    'div',
    { class: 'attachments', role: 'group', 'aria-label': texts.attachments, hidden: true },
    choices,
    voices,
    place,
    problem,
  );
}

/** A file input that looks like the other buttons and is reached by the keyboard like one. */
function picker(
  accept: string,
  label: string,
  mark: Parameters<typeof icon>[0],
  chosen: (file: File) => void,
): HTMLElement {
  const id = uniqueId();
  const input = h('input', { id, type: 'file', accept, class: 'file' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) chosen(file);
    input.value = '';
  });
  return h('span', { class: 'choice' }, input, h('label', { for: id }, icon(mark), h('span', {}, label)));
}

const megabyte = 1024 * 1024;
const most = { image: 10 * megabyte, voice: 2 * megabyte, video: 10 * megabyte };

async function read(type: keyof typeof most, file: File): Promise<Outgoing | null> {
  if (file.size > most[type]) return null;
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(new Error('unreadable file'));
    };
    reader.readAsDataURL(file);
  });
  return { type, base64: url.slice(url.indexOf(',') + 1) };
}
