/** From the last tap to the receipt, and from the receipt to the end. */
import { plainScreen, askScreen, busyScreen } from '../screens/plain.js';
import { receiptScreen } from '../screens/receipt.js';
import { waitingScreen } from '../screens/waiting.js';
import { isNoConnection, troubleWords } from '../trouble.js';
import { paragraph, type Complaint } from '../parts.js';
import type { Sent } from '../ports.js';
import { writtenDay } from '../state/written-day.js';
import type { Draft } from './draft.js';
import type { JourneyParts } from './parts.js';

export interface Sending {
  send(draft: Draft, withoutUnfinished: boolean): void;
  /** The receipt is on the screen, and not yet on paper. */
  holdsReceipt(): boolean;
  wipe(): void;
}

interface SendingParts extends JourneyParts {
  readonly failed: (draft: Draft, trouble: readonly Complaint[]) => void;
  readonly sent: (draft: Draft) => void;
}

export function createSending(parts: SendingParts): Sending {
  const { shell, steps, texts, lang, failed } = parts;
  let shown: { sent: Sent; report: Draft['report'] } | null = null;
  let under = false;
  let stopWaiting = (): void => undefined;

  async function transfer(draft: Draft, withoutUnfinished: boolean): Promise<void> {
    const { form, report, line } = draft;
    shell.show(busyScreen(texts.summary.sending, texts.summary.sendingHelp));
    try {
      const answers = { graph: form.graph, lang, answers: form.answers, notes: [] };
      const sent = await report.send(answers, { withoutUnfinished });
      shown = { sent, report };
      parts.sent(draft);
      steps.only(showReceipt);
    } catch (error) {
      const words = isNoConnection(error)
        ? texts.trouble.unsure
        : troubleWords(error, texts.trouble, line.telephone);
      failed(draft, [{ field: null, words }]);
    }
  }

  function send(draft: Draft, withoutUnfinished: boolean): void {
    if (under) return;
    const { report, line } = draft;
    const open = (): number => report.files().filter(({ state }) => state !== 'done').length;
    const go = (without: boolean): void => {
      stopWaiting();
      under = true;
      void transfer(draft, without).finally(() => {
        under = false;
      });
    };
    if (withoutUnfinished || open() === 0) {
      go(withoutUnfinished);
      return;
    }
    const screen = waitingScreen({
      ...{ report, texts, limits: line.limits, say: shell.say },
      ready: () => {
        go(false);
      },
      without: () => {
        go(true);
      },
      back: () => {
        stopWaiting();
        failed(draft, []);
      },
    });
    stopWaiting = screen.forget;
    shell.show(screen);
  }

  function showReceipt(): void {
    if (shown === null) return;
    const { receipt, dueOn, earlier } = shown.sent;
    const notice = earlier ? texts.receipt.earlier : '';
    const { title } = texts.receipt;
    const matched = (): void => {
      finish(texts.receipt.saved, dueOn, true);
    };
    shell.show(
      receiptScreen({
        ...parts,
        receipt,
        dueOn,
        title,
        notice,
        say: shell.say,
        matched,
        without: askWithout,
      }),
    );
  }

  function askWithout(): void {
    const says = texts.receipt;
    const dueOn = shown?.sent.dueOn ?? '';
    const keep = { label: says.leaveNo, act: showReceipt };
    const lose = {
      label: says.leaveYes,
      act: () => {
        finish(says.left, dueOn, false);
      },
    };
    shell.show(askScreen(says.leaveTitle, [says.leaveAsk], keep, lose));
  }

  function finish(title: string, dueOn: string, has: boolean): void {
    wipe();
    const says = texts.receipt;
    const next = [
      says.readBy(writtenDay(dueOn, lang)),
      ...(has ? [says.come, says.ask, says.clipboard] : [says.leftHelp]),
      says.gone,
    ];
    steps.only(() => {
      shell.show(
        plainScreen(
          title,
          '',
          [{ label: texts.form.toStart, act: steps.restart }],
          next.map((line) => paragraph(line)),
        ),
      );
    });
  }

  function wipe(): void {
    stopWaiting();
    shown?.report.wipe();
    shown = null;
  }

  return { send, holdsReceipt: () => shown !== null, wipe };
}
