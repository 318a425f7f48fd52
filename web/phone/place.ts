import { h, uniqueId } from './dom.js';
import type { Outgoing } from './shapes.js';
import type { Texts } from './texts.js';

/** A small form for a place: a name and two numbers. */
export function placeForm(
  texts: Texts,
  done: (message: Outgoing) => void,
  back: () => void,
): HTMLFormElement {
  const label = field(texts.placeName, texts.placeExample, 'text');
  const latitude = field(texts.latitude, '39.9087', 'decimal');
  const longitude = field(texts.longitude, '116.3975', 'decimal');
  const problem = h('p', { class: 'problem', role: 'alert', id: uniqueId() });
  for (const { input } of [latitude, longitude]) input.setAttribute('aria-describedby', problem.id);

  const submit = (event: Event): void => {
    event.preventDefault();
    const lat = numberIn(latitude.input, 90);
    const lng = numberIn(longitude.input, 180);
    latitude.input.setAttribute('aria-invalid', String(lat === null));
    longitude.input.setAttribute('aria-invalid', String(lng === null));
    if (lat === null || lng === null) {
      problem.textContent = texts.placeInvalid;
      (lat === null ? latitude : longitude).input.focus();
      return;
    }
    problem.textContent = '';
    done({ type: 'location', latitude: lat, longitude: lng, label: label.input.value.trim() });
  };
  return h(
    'form',
    { class: 'place', hidden: true, novalidate: true, onsubmit: submit, 'aria-label': texts.placeTitle },
    label.element,
    h('div', { class: 'pair' }, latitude.element, longitude.element),
    problem,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'submit', class: 'primary' }, texts.sendPlace),
      h('button', { type: 'button', class: 'plain', onclick: back }, texts.back),
    ),
  );
}

function field(label: string, value: string, mode: string) {
  const id = uniqueId();
  const input = h('input', { id, value, inputmode: mode, autocomplete: 'off' });
  return { input, element: h('div', { class: 'field' }, h('label', { for: id }, label), input) };
}

function numberIn(input: HTMLInputElement, most: number): number | null {
  const value = input.value.trim() === '' ? NaN : Number(input.value);
  return Math.abs(value) <= most ? value : null;
}
