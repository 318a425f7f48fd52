/** The outbox as the page has it: its pages, asked for again while they are looked at, and what is done to letters. */
import type { Page } from '../api/common-types.js';
import type { Letter } from '../api/jobs-types.js';
import { isRefusal } from '../api/api-error.js';
import { useLoad, type Load } from '../composables/use-load.js';
import { useServices } from '../services/services.js';
import { useRefresh } from './use-refresh.js';

export interface Letters {
  readonly load: Load<Page<Letter>>;
  /** Each rejects with what the API rejects with; what is gone meanwhile leaves the list all the same. */
  readonly more: () => Promise<void>;
  readonly retry: (letter: Letter) => Promise<void>;
  readonly remove: (letter: Letter) => Promise<void>;
  readonly empty: () => Promise<void>;
}

/** Letters on a page of the server's. */
const pageSize = 50;

export function useLetters(): Letters {
  const { outbox } = useServices();
  /** counts what was done here: an answer that set out before knows nothing of it */
  let turn = 0;
  const load = useLoad(() => outbox.list());
  const known = (): Page<Letter> | null => (load.state.value.kind === 'ready' ? load.state.value.data : null);

  async function look(): Promise<void> {
    const mine = turn;
    // whoever has more than the first page open is reading it
    if ((known()?.items.length ?? Infinity) > pageSize) return;
    const page = await outbox.list(undefined, true).catch(() => null);
    if (page !== null && mine === turn) load.set(page);
  }
  useRefresh(look);

  async function act(work: () => Promise<void>): Promise<void> {
    turn += 1;
    try {
      await work();
    } catch (error) {
      if (isRefusal(error, 'outbox.unknown')) await load.run();
      throw error;
    }
    await load.run();
  }

  return {
    load,
    more: async () => {
      const page = known();
      if (page === null || page.nextCursor === null) return;
      const mine = turn;
      const next = await outbox.list(page.nextCursor);
      if (mine === turn) load.set({ ...next, items: [...page.items, ...next.items] });
    },
    retry: (letter) => act(() => outbox.retry(letter.id)),
    remove: (letter) => act(() => outbox.remove(letter.id)),
    empty: () => act(() => outbox.empty()),
  };
}
