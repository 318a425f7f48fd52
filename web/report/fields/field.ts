/** A question's field: how it is asked, and what stands in it. */
import { h, uniqueId } from '../../phone/dom.js';
import { paragraphs } from '../parts.js';
import type { Entry } from '../state/entry.js';

export interface Field {
  readonly nodes: readonly Node[];
  /** id of what takes the focus when something is missing */
  readonly target: string;
  read(): Entry;
  /** Says beside the field what is missing; null: nothing is. */
  complain(words: string | null): void;
}

export interface Asking {
  readonly heading: string;
  readonly help: string;
  /** empty: there is none */
  readonly hint: string;
}

/** The words beneath the heading, and the place for what is missing, with the ids by which a field names them. */
export function around({ help, hint }: Pick<Asking, 'help' | 'hint'>) {
  const ids = { help: uniqueId(), problem: uniqueId() };
  const helps = [...paragraphs(help), ...paragraphs(hint, 'hint')];
  const described = h('div', { id: ids.help, class: 'help' }, ...helps);
  const problem = h('p', { id: ids.problem, class: 'problem', hidden: true });
  return {
    described,
    problem,
    describedBy: helps.length > 0 ? `${ids.help} ${ids.problem}` : ids.problem,
    complain(field: HTMLElement, words: string | null): void {
      problem.textContent = words ?? '';
      problem.hidden = words === null;
      if (words === null) field.removeAttribute('aria-invalid');
      else field.setAttribute('aria-invalid', 'true');
    },
  };
}
