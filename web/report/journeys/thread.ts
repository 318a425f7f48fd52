/** An opened report: what is done with it, one act at a time, and what is shown afterwards. */
import type { Complaint } from '../parts.js';
import type { OpenedThread } from '../ports.js';
import { askScreen, busyScreen } from '../screens/plain.js';
import { receiptScreen } from '../screens/receipt.js';
import { threadScreen } from '../screens/thread.js';
import type { FileUpload } from '../upload.js';
import { troubleWords } from '../trouble.js';
import type { ThreadParts, Written } from './parts.js';

export interface ThreadJourney {
  readonly show: () => void;
  readonly wouldLose: () => string | null;
  readonly wipe: () => void;
}

export function createThreadJourney(parts: ThreadParts): ThreadJourney {
  const { shell, texts, line, thread, closed } = parts;
  const says = texts.thread;
  const written: Written = new Map();
  const answered = new Set<string>();
  const uploads: FileUpload[] = [];
  let newReceipt = false;
  let working = false;

  function show(notice = '', trouble: readonly Complaint[] = []): void {
    newReceipt = false;
    const acts = { add, addFile, answer, dispute, askWithdraw, changeReceipt, refresh, closed };
    shell.show(threadScreen({ ...parts, ...{ written, answered, uploads, notice, trouble, acts } }));
    if (notice !== '') shell.say(notice);
  }

  /** Does something with the report, looks at it anew, and says what became of it. */
  function act(work: () => Promise<string>): void {
    if (working) return;
    working = true;
    shell.show(busyScreen(says.title, says.working));
    void work()
      .then(
        async (notice) => {
          await thread.refresh().catch(() => undefined);
          show(notice);
        },
        (error: unknown) => {
          show('', [{ field: null, words: troubleWords(error, texts.trouble, line.telephone) }]);
        },
      )
      .finally(() => {
        working = false;
      });
  }

  const add = (words: string): void => {
    act(async () => {
      await thread.add(words);
      written.delete('add');
      return says.added;
    });
  };

  const addFile: OpenedThread['addFile'] = (source, about) => {
    const upload = thread.addFile(source, about);
    uploads.push(upload);
    return upload;
  };

  const answer = (id: string, words: string): void => {
    act(async () => {
      await thread.add(words, id);
      written.delete(id);
      answered.add(id);
      return says.answered;
    });
  };

  const dispute = (words: string): void => {
    act(async () => {
      await thread.dispute(words);
      written.delete('dispute');
      return says.disputed;
    });
  };

  const refresh = (): void => {
    act(async () => {
      await thread.refresh();
      return '';
    });
  };

  const askWithdraw = (): void => {
    const keep = {
      label: says.withdrawNo,
      act: () => {
        show();
      },
    };
    const lose = {
      label: says.withdrawYes,
      act: () => {
        act(async () => {
          await thread.withdraw();
          return says.withdrawn;
        });
      },
    };
    shell.show(askScreen(says.withdrawTitle, says.withdrawLost, keep, lose));
  };

  const changeReceipt = (): void => {
    if (working) return;
    working = true;
    shell.show(busyScreen(says.title, says.working));
    void thread
      .changeReceipt()
      .then(showReceipt, (error: unknown) => {
        show('', [{ field: null, words: troubleWords(error, texts.trouble, line.telephone) }]);
      })
      .finally(() => {
        working = false;
      });
  };

  function showReceipt(receipt: string): void {
    newReceipt = true;
    const done = (): void => {
      show(texts.receipt.saved);
    };
    const without = (): void => {
      const back = {
        label: texts.receipt.leaveNo,
        act: () => {
          showReceipt(receipt);
        },
      };
      const leave = { label: texts.receipt.leaveYes, act: closed };
      shell.show(askScreen(texts.receipt.leaveTitle, [texts.receipt.leaveAsk], back, leave));
    };
    const title = says.changed;
    shell.show(
      receiptScreen({
        ...parts,
        receipt,
        title,
        dueOn: null,
        notice: '',
        say: shell.say,
        matched: done,
        without,
      }),
    );
  }

  return {
    show: () => {
      show();
    },
    wouldLose() {
      if (newReceipt) return texts.receipt.warn;
      const open = [...written.values()].filter((words) => words.trim() !== '').length;
      const files = uploads.filter(({ state }) => state !== 'done').length;
      return open + files > 0 ? texts.form.lost(open, files) : null;
    },
    wipe() {
      written.clear();
      for (const upload of uploads) if (upload.state !== 'done') upload.cancel();
      thread.close();
    },
  };
}
