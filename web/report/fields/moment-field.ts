/** A time in somebody's own words, with a calendar for who would rather choose. */
import { readMoment } from '../../../questions/moment.js';
import { h, uniqueId } from '../../phone/dom.js';
import type { Lang } from '../ports.js';
import { dayWords, writtenDays } from '../state/written-day.js';
import { textField, type TextAsking, type TextField } from './text-field.js';

export interface MomentAsking extends TextAsking {
  readonly lang: Lang;
  readonly today: string;
  readonly understood: (days: string) => string;
  readonly notUnderstood: string;
  readonly future: string;
  readonly chooseDay: string;
}

/** It is read out once somebody has paused, not at every letter. */
const pause = 700;

export function momentField(asking: MomentAsking): TextField {
  const { lang, today } = asking;
  const reading = h('p', { class: 'reading', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (words: string): void => {
    reading.textContent = wordsFor(words, asking);
  };
  const text = textField({
    ...asking,
    typed(words) {
      asking.typed(words);
      clearTimeout(timer);
      timer = setTimeout(show, pause, words);
    },
  });
  show(asking.value);
  const id = uniqueId();
  const day = h('input', { ...untouchedDay, id, type: 'date', max: today });
  day.addEventListener('change', () => {
    if (day.value === '') return;
    text.set(dayWords(day.value, lang));
    clearTimeout(timer);
    show(text.area.value);
  });
  return {
    ...text,
    nodes: [
      ...text.nodes,
      reading,
      h('div', { class: 'day' }, h('label', { for: id }, asking.chooseDay), day),
    ],
  };
}

const untouchedDay = { autocomplete: 'off' } as const;

function wordsFor(words: string, asking: MomentAsking): string {
  if (words.trim() === '') return '';
  const found = readMoment(words, asking.today);
  if (found === null) return asking.notUnderstood;
  return found.future ? asking.future : asking.understood(writtenDays(found.days, asking.lang));
}
