/** Where the twenty digits are typed. */
import { h, uniqueId } from '../../phone/dom.js';
import {
  backButton,
  createProblems,
  fold,
  heading,
  quietForm,
  submitButton,
  untouched,
  type Screen,
} from '../parts.js';
import { readReceipt } from '../state/receipt-words.js';
import type { Texts } from '../texts/texts.js';

export interface EnterParts {
  readonly texts: Texts;
  /** what was typed before and opened nothing */
  readonly typed: string;
  readonly trouble: string | null;
  readonly opened: (receipt: string, typed: string) => void;
  readonly back: () => void;
}

export function enterScreen({ texts, typed, trouble, opened, back }: EnterParts): Screen {
  const says = texts.check;
  const ids = { field: uniqueId(), help: uniqueId(), problem: uniqueId() };
  const problems = createProblems(texts.form.problems);
  const problem = h('p', { id: ids.problem, class: 'problem', hidden: true });
  const field = h('input', {
    ...untouched,
    ...{ id: ids.field, type: 'text', inputmode: 'numeric', class: 'digits whole' },
    'aria-describedby': `${ids.help} ${ids.problem}`,
  });
  field.value = typed;
  const complain = (words: string): void => {
    problem.textContent = words;
    problem.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    problems.show([{ field: ids.field, words }]);
  };
  const submitted = (): void => {
    const read = readReceipt(field.value);
    if ('receipt' in read) opened(read.receipt, field.value);
    else complain(says.problem[read.problem]);
  };
  if (trouble !== null)
    queueMicrotask(() => {
      complain(trouble);
    });
  return {
    title: says.title,
    body: [
      backButton(texts.form.back, back),
      problems.element,
      quietForm(
        submitted,
        heading(h('label', { for: ids.field }, says.title)),
        h('p', { id: ids.help, class: 'help' }, says.help),
        problem,
        field,
        h('div', { class: 'buttons' }, submitButton(says.open)),
      ),
      fold(says.lost, says.lostHelp),
    ],
  };
}
