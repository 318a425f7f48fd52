/** Agreement, by a box that somebody ticks. */
import { h, uniqueId } from '../../phone/dom.js';
import { heading } from '../parts.js';
import { around, type Asking, type Field } from './field.js';

export interface ConsentAsking extends Asking {
  readonly label: string;
  readonly value: boolean;
  readonly typed: (given: boolean) => void;
}

export function consentField(asking: ConsentAsking): Field {
  const id = uniqueId();
  const words = around(asking);
  const box = h('input', {
    ...{ id, type: 'checkbox', autocomplete: 'off', 'aria-describedby': words.describedBy },
  });
  box.checked = asking.value;
  box.addEventListener('change', () => {
    asking.typed(box.checked);
  });
  return {
    nodes: [
      heading(asking.heading),
      words.described,
      words.problem,
      h('div', { class: 'choice' }, box, h('label', { for: id }, asking.label)),
    ],
    target: id,
    read: () => ({ is: 'agreement', given: box.checked }),
    complain: (why) => {
      words.complain(box, why);
    },
  };
}
