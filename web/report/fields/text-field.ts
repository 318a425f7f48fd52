/** Words: a line or two, or a whole account. */
import { h, uniqueId } from '../../phone/dom.js';
import { heading, untouched } from '../parts.js';
import { bytesOf } from '../state/entry.js';
import { around, type Asking, type Field } from './field.js';

export interface TextAsking extends Asking {
  readonly rows: number;
  readonly value: string;
  /** bytes that it may have */
  readonly room: number;
  readonly left: (letters: number) => string;
  readonly typed: (words: string) => void;
  /** `h2`: one of several fields of a page */
  readonly under?: 'h1' | 'label';
}

export interface TextField extends Field {
  readonly area: HTMLTextAreaElement;
  set(words: string): void;
}

/** Beyond this share of the room it is said how much is left. */
const nearly = 0.8;
/** A letter of the text so far, in bytes, so that what is left is counted in letters. */
const bytesPerLetter = (words: string): number => Math.max(1, bytesOf(words) / Math.max(1, words.length));

/** Nobody counts letters: “about 1990”. */
const inTens = (letters: number): number => Math.floor(letters / 10) * 10;

export function textField(asking: TextAsking): TextField {
  const id = uniqueId();
  const left = h('p', { class: 'left', role: 'status' });
  const words = around(asking);
  const area = h('textarea', {
    ...untouched,
    id,
    rows: String(asking.rows),
    'aria-describedby': words.describedBy,
  });
  area.value = asking.value;
  const count = (): void => {
    const room = asking.room - bytesOf(area.value);
    const near = room < asking.room * (1 - nearly);
    left.textContent = near ? asking.left(inTens(room / bytesPerLetter(area.value))) : '';
  };
  area.addEventListener('input', () => {
    count();
    asking.typed(area.value);
  });
  count();
  const label = h('label', { for: id }, asking.heading);
  return {
    nodes: [
      asking.under === 'label' ? label : heading(label),
      ...(words.described.childNodes.length > 0 ? [words.described] : []),
      words.problem,
      area,
      left,
    ],
    target: id,
    area,
    read: () => ({ is: 'words', words: area.value }),
    complain: (why) => {
      words.complain(area, why);
    },
    set(said) {
      area.value = said;
      count();
      asking.typed(said);
    },
  };
}
