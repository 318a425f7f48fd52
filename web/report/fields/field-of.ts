/** The field that a question is answered in. */
import type { Question } from '../../../questions/types.js';
import { textOf, type Draft } from '../journeys/draft.js';
import type { Lang } from '../ports.js';
import { roomFor } from '../state/entry.js';
import { writtenLimit } from '../state/media-of.js';
import { splitAsk } from '../state/split-ask.js';
import type { Texts } from '../texts/texts.js';
import { choiceField } from './choice-field.js';
import { consentField } from './consent-field.js';
import type { Asking, Field } from './field.js';
import { filesField } from './files-field.js';
import { momentField } from './moment-field.js';
import { textField, type TextAsking } from './text-field.js';

export interface FieldParts {
  readonly draft: Draft;
  readonly texts: Texts;
  readonly lang: Lang;
  readonly say: (words: string) => void;
}

const rows = { story: 9, moment: 2, place: 2, person: 3, contact: 2 } as const;

export function fieldOf(question: Question, parts: FieldParts): Field {
  const { draft, texts, lang } = parts;
  const { id, kind } = question;
  const asking = askingOf(question, parts);
  const answer = draft.form.answers[id];
  const typed = (words: string): void => {
    draft.typed.set(id, words);
  };
  switch (kind) {
    case 'choice':
      return choiceField({
        ...asking,
        choices: (question.choices ?? []).map((code) => ({ code, label: textOf(draft, `c.${id}.${code}`) })),
        value: draft.typed.get(id) ?? answer?.code ?? null,
        typed,
      });
    case 'consent':
      return consentField({
        ...asking,
        label: texts.form.agree,
        value: draft.typed.get(id) === 'true' || answer !== undefined,
        typed: (given) => {
          typed(String(given));
        },
      });
    case 'files': {
      const { report, line } = draft;
      const remove = report.removeFile.bind(report);
      return filesField(asking, {
        ...{ texts: texts.files, limits: line.limits, taker: report, uploads: report.files(), remove },
        say: parts.say,
      });
    }
    case 'moment': {
      const { understood, notUnderstood, chooseDay, problem } = texts.form;
      const { today } = draft.line;
      const words = { understood, notUnderstood, chooseDay, future: problem.future };
      return momentField({ ...asWords(rows.moment), ...words, lang, today });
    }
    case 'story':
    case 'place':
    case 'person':
    case 'contact':
      return textField(asWords(rows[kind]));
  }

  function asWords(high: number): TextAsking {
    return {
      ...asking,
      rows: high,
      value: draft.typed.get(id) ?? answer?.words ?? '',
      room: roomFor(id, draft.form.answers, draft.line.limits.reportBytes),
      left: texts.form.charactersLeft,
      typed,
    };
  }
}

function askingOf({ id, kind, optional }: Question, { draft, texts }: FieldParts): Asking {
  const { heading, help } = splitAsk(textOf(draft, `q.${id}.ask`), textOf(draft, `q.${id}.label`));
  const example = textOf(draft, `q.${id}.example`);
  const { files, fileBytes } = draft.line.limits;
  const takesWords = kind !== 'choice' && kind !== 'consent' && kind !== 'files';
  const hints = [
    ...(takesWords && example !== '' ? [texts.form.example(example)] : []),
    ...(kind === 'files' ? [texts.files.help(files, writtenLimit(fileBytes))] : []),
    ...(optional ? [texts.form.optional] : []),
  ];
  return { heading, help, hint: hints.join('\n') };
}
