/** The receipt: shown until somebody has it on paper, or says that they will do without. */
import { formatReceipt } from '../../../questions/receipt.js';
import { h, uniqueId } from '../../phone/dom.js';
import {
  button,
  copyWords,
  createProblems,
  heading,
  paragraph,
  quietForm,
  submitButton,
  untouched,
  type Screen,
} from '../parts.js';
import type { Lang } from '../ports.js';
import { lastFourMatch } from '../state/receipt-words.js';
import { noticeOf } from './question.js';
import { writtenDay } from '../state/written-day.js';
import type { Texts } from '../texts/texts.js';

export interface ReceiptParts {
  readonly receipt: string;
  /** null: it was promised before */
  readonly dueOn: string | null;
  readonly title: string;
  /** what has to be said before all else; empty: nothing */
  readonly notice: string;
  readonly texts: Texts;
  readonly lang: Lang;
  /** the page's own address, for the paper */
  readonly address: string;
  readonly say: (words: string) => void;
  readonly matched: () => void;
  readonly without: () => void;
}

export function receiptScreen(parts: ReceiptParts): Screen {
  const { texts, dueOn, lang, title } = parts;
  const says = texts.receipt;
  return {
    title,
    body: [
      heading(title),
      ...noticeOf(parts.notice),
      paragraph(says.intro, 'lead'),
      h('p', { class: 'print-only' }, says.printTitle),
      ...codeNodes(parts),
      h('p', { class: 'print-only' }, says.printHow(parts.address)),
      paragraph(says.warn, 'notice'),
      checkForm(parts),
      ...(dueOn === null
        ? []
        : [
            h('h2', {}, says.next),
            paragraph(says.readBy(writtenDay(dueOn, lang)), 'due'),
            paragraph(says.come),
          ]),
      h('div', { class: 'apart' }, button(says.leave, parts.without, 'quiet')),
    ],
  };
}

function codeNodes({ receipt, texts, say }: ReceiptParts): readonly Node[] {
  const says = texts.receipt;
  const told = h('p', { class: 'told' });
  const code = h(
    'p',
    { class: 'code', translate: 'no' },
    ...formatReceipt(receipt)
      .split(' ')
      .flatMap((group, at) => (at === 0 ? [h('span', {}, group)] : [' ', h('span', {}, group)])),
  );
  const copy = async (): Promise<void> => {
    const done = await copyWords(formatReceipt(receipt));
    told.textContent = done ? says.copied : says.copyFailed;
    say(told.textContent);
  };
  return [
    h('div', { class: 'receipt', role: 'group', 'aria-label': says.label }, code),
    h(
      'div',
      { class: 'buttons beside' },
      button(says.copy, () => void copy()),
      button(says.print, () => {
        window.print();
      }),
    ),
    told,
  ];
}

function checkForm({ receipt, texts, matched }: ReceiptParts): HTMLElement {
  const says = texts.receipt;
  const ids = { field: uniqueId(), help: uniqueId(), problem: uniqueId() };
  const problems = createProblems(texts.form.problems);
  const problem = h('p', { id: ids.problem, class: 'problem', hidden: true });
  const field = h('input', {
    ...untouched,
    ...{ id: ids.field, type: 'text', inputmode: 'numeric', size: '6', class: 'digits' },
    'aria-describedby': `${ids.help} ${ids.problem}`,
  });
  const submitted = (): void => {
    if (lastFourMatch(receipt, field.value)) {
      field.value = '';
      matched();
      return;
    }
    problem.textContent = says.wrong;
    problem.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    problems.show([{ field: ids.field, words: says.wrong }]);
  };
  return h(
    'section',
    { class: 'check' },
    problems.element,
    quietForm(
      submitted,
      h('label', { for: ids.field }, says.checkLabel),
      h('p', { id: ids.help, class: 'hint' }, says.checkHelp),
      problem,
      field,
      submitButton(says.check),
    ),
  );
}
