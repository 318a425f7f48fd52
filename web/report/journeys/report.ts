/** The way of a report: questions, summary, receipt. */
import type { Question, Value } from '../../../questions/types.js';
import type { Line } from '../ports.js';
import { questionScreen } from '../screens/question.js';
import { plainScreen, askScreen } from '../screens/plain.js';
import { summaryScreen } from '../screens/summary.js';
import { endsReport, goTo, questionAt, summary, takeAnswer } from '../state/form.js';
import type { Complaint } from '../parts.js';
import { beginDraft, holdsSomething, labelOf, lostOf, textOf, wipeDraft, type Draft } from './draft.js';
import type { JourneyParts } from './parts.js';
import { createSending } from './sending.js';

export interface ReportJourney {
  /** Begins, or goes on where it was left. @throws what the line answers */
  readonly begin: (line: Line) => Promise<void>;
  readonly underWay: () => boolean;
  /** What leaving would lose; null: nothing. */
  wouldLose(): string | null;
  wipe(): void;
}

export function createReportJourney(parts: JourneyParts): ReportJourney {
  const { client, shell, steps, texts, lang } = parts;
  let draft: Draft | null = null;
  let forget = (): void => undefined;
  const sending = createSending({
    ...parts,
    failed: (of, trouble) => {
      steps.stay(() => {
        show(of, summary, trouble);
      });
    },
    sent: (of) => {
      wipeAnswers(of);
      draft = null;
    },
  });

  /** Shows a place again, as it is now. */
  function show(of: Draft, place: string, trouble: readonly Complaint[] = [], changing = false): void {
    forget();
    forget = () => undefined;
    if (of !== draft) return;
    of.form = goTo(of.form, place, changing);
    const question = questionAt(of.form);
    if (question === null) showSummary(of, trouble);
    else showQuestion(of, question);
    if (of.notice !== '') shell.say(of.notice);
    of.notice = '';
  }

  function showQuestion(of: Draft, question: Question): void {
    const back = (): void => {
      window.history.back();
    };
    const answered = (value: Value): void => {
      take(of, question, value);
    };
    shell.show(questionScreen({ draft: of, texts, lang, say: shell.say, question, answered, back }));
  }

  function take(of: Draft, question: Question, value: Value): void {
    if (endsReport(question, value)) {
      end(of);
      return;
    }
    of.report.prepare?.();
    const { form, fell } = takeAnswer(of.form, value);
    of.form = form;
    of.typed.delete(question.id);
    for (const { id } of fell) of.typed.delete(id);
    if (fell.length > 0)
      of.notice = texts.form.fell(fell.map((gone) => labelOf(of, gone)).join(lang === 'zh' ? '、' : ', '));
    const { at, changing } = form;
    steps.go(() => {
      show(of, at, [], changing);
    });
  }

  function end(of: Draft): void {
    const says = textOf(of, 'report.not_taken');
    wipe();
    steps.only(() => {
      shell.show(
        plainScreen(texts.form.ended, says, [
          { label: texts.form.endedAgain, act: steps.restart, look: 'main' },
        ]),
      );
    });
  }

  function showSummary(of: Draft, trouble: readonly Complaint[]): void {
    const screen = summaryScreen({
      ...{ draft: of, texts, lang, trouble },
      back: () => {
        window.history.back();
      },
      change: (id) => {
        steps.go(() => {
          show(of, id, [], true);
        });
      },
      send: () => {
        sending.send(of, false);
      },
      sendWithout: () => {
        sending.send(of, true);
      },
      remove: () => {
        askRemove(of);
      },
    });
    forget = screen.forget;
    shell.show(screen);
  }

  function askRemove(of: Draft): void {
    const says = texts.summary;
    const { answers, files } = lostOf(of);
    const keep = {
      label: says.removeNo,
      act: () => {
        window.history.back();
      },
    };
    const lose = {
      label: says.removeYes,
      act: () => {
        wipe();
        steps.only(() => {
          const again = { label: texts.form.toStart, act: steps.restart };
          shell.show(plainScreen(says.removed, '', [again]));
        });
      },
    };
    steps.go(() => {
      shell.show(askScreen(says.removeTitle, [says.removeAsk(answers, files)], keep, lose));
    });
  }

  function wipeAnswers(of: Draft): void {
    forget();
    forget = () => undefined;
    of.typed.clear();
    of.form = { ...of.form, answers: {} };
  }

  function wipe(): void {
    if (draft !== null) {
      forget();
      wipeDraft(draft);
    }
    draft = null;
    sending.wipe();
  }

  return {
    async begin(line) {
      const of = draft ?? beginDraft(line, await client.questions(lang), client.begin());
      draft = of;
      const { at, changing } = of.form;
      steps.go(() => {
        show(of, at, [], changing);
      });
    },
    underWay: () => draft !== null && holdsSomething(draft),
    wouldLose() {
      if (sending.holdsReceipt()) return texts.receipt.warn;
      if (draft === null || !holdsSomething(draft)) return null;
      const { answers, files } = lostOf(draft);
      return texts.form.lost(answers, files);
    },
    wipe,
  };
}
