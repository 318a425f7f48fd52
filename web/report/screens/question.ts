/** One question, as a page of its own. */
import { h } from '../../phone/dom.js';
import type { Question, Value } from '../../../questions/types.js';
import { progress } from '../../../questions/walk.js';
import { fieldOf, type FieldParts } from '../fields/field-of.js';
import { labelOf, lostOf, textOf } from '../journeys/draft.js';
import {
  backButton,
  button,
  createProblems,
  fold,
  paragraph,
  quietForm,
  submitButton,
  type Screen,
} from '../parts.js';
import { readEntry, roomFor, wayPast } from '../state/entry.js';

export interface QuestionParts extends FieldParts {
  readonly question: Question;
  readonly answered: (value: Value) => void;
  readonly back: () => void;
}

export function questionScreen(parts: QuestionParts): Screen {
  const { question, draft, texts, answered, back } = parts;
  const { form, line } = draft;
  const says = texts.form;
  const field = fieldOf(question, parts);
  const problems = createProblems(says.problems);
  const submitted = (): void => {
    const room = roomFor(question.id, form.answers, line.limits.reportBytes);
    const read = readEntry(question, field.read(), line.today, room);
    if ('value' in read) {
      answered(read.value);
      return;
    }
    const words = says.problem[read.problem];
    field.complain(words);
    problems.show([{ field: field.target, words }]);
  };
  const { n, total } = progress(form.graph, form.answers, question.id);
  const why = textOf(draft, `q.${question.id}.why`);
  const past = wayPast(question);
  return {
    title: labelOf(draft, question),
    body: [
      backButton(says.back, back),
      ...noticeOf(draft.notice),
      problems.element,
      paragraph(says.step(n, total), 'step'),
      quietForm(
        submitted,
        ...field.nodes,
        why === '' ? null : fold(says.why, why),
        h(
          'div',
          { class: 'buttons' },
          submitButton(goOnWords(parts)),
          past === null
            ? null
            : button(question.optional ? says.skip : says.unknown, () => {
                draft.typed.delete(question.id);
                answered(past);
              }),
        ),
      ),
      paragraph(keptWords(parts), 'kept'),
    ],
  };
}

export const noticeOf = (words: string): readonly Node[] =>
  words === '' ? [] : [paragraph(words, 'notice')];

function goOnWords({ question, draft, texts }: QuestionParts): string {
  if (draft.form.changing) return texts.form.saveChange;
  return question.kind === 'consent' ? texts.form.agreeGoOn : texts.form.goOn;
}

/** Said from the first answer on, so that nobody learns it from a page that is gone. */
function keptWords({ draft, texts }: QuestionParts): string {
  const { answers, files } = lostOf(draft);
  const { keptHere, lost } = texts.form;
  return answers + files === 0 ? keptHere : `${keptHere} ${lost(answers, files)}`;
}
