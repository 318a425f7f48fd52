/** One of several, as real radio buttons. */
import { h, uniqueId } from '../../phone/dom.js';
import { heading } from '../parts.js';
import { around, type Asking, type Field } from './field.js';

export interface ChoiceAsking extends Asking {
  readonly choices: readonly { readonly code: string; readonly label: string }[];
  readonly value: string | null;
  readonly typed: (code: string) => void;
  readonly under?: 'h1' | 'label';
}

export function choiceField(asking: ChoiceAsking): Field {
  const group = uniqueId();
  const words = around(asking);
  const options = asking.choices.map(({ code, label }) => {
    const id = uniqueId();
    const radio = h('input', { id, type: 'radio', name: group, value: code, autocomplete: 'off' });
    radio.checked = code === asking.value;
    radio.addEventListener('change', () => {
      asking.typed(code);
    });
    return { radio, row: h('div', { class: 'choice' }, radio, h('label', { for: id }, label)) };
  });
  const fieldset = h(
    'fieldset',
    { 'aria-describedby': words.describedBy },
    h(
      'legend',
      {},
      asking.under === 'label' ? h('span', { class: 'label' }, asking.heading) : heading(asking.heading),
    ),
    ...(words.described.childNodes.length > 0 ? [words.described] : []),
    words.problem,
    ...options.map(({ row }) => row),
  );
  return {
    nodes: [fieldset],
    target: options[0]?.radio.id ?? '',
    read: () => ({ is: 'choice', code: options.find(({ radio }) => radio.checked)?.radio.value ?? null }),
    complain: (why) => {
      words.complain(fieldset, why);
      // a group of radio buttons may not be invalid as a whole for every reader: the words are described either way
      fieldset.removeAttribute('aria-invalid');
    },
  };
}
