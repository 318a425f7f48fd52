/** The jobs as the page has them: loaded, asked for again while they are looked at, and run by hand. */
import { readonly, ref, shallowReadonly, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { Job } from '../api/jobs-types.js';
import { useLoad, type Load } from '../composables/use-load.js';
import { useServices } from '../services/services.js';
import { useRefresh } from './use-refresh.js';
import { askedFor, isEndNear, newlyEnded, type WantedRuns } from './wanted-runs.js';

export interface Jobs {
  readonly load: Load<readonly Job[]>;
  /** when the figures came, by the server's clock, in milliseconds */
  readonly asOf: Readonly<Ref<number>>;
  /** nobody seems to be there, so nothing is asked for */
  readonly resting: Readonly<Ref<boolean>>;
  readonly wanted: Readonly<ShallowRef<WantedRuns>>;
  /** Gets the newest figures. @throws what the API throws; the others stay */
  readonly refresh: () => Promise<void>;
  /** Asks for a run. @throws what the API throws */
  readonly run: (job: Job) => Promise<void>;
}

/** `ended`: a run that was asked for here has ended. */
export function useJobs(ended: (job: Job) => void): Jobs {
  const { clock, jobs, lineHold } = useServices();
  const asOf = ref(clock.now());
  const wanted = shallowRef<WantedRuns>({});
  /** counts runs that were asked for: an answer that set out before one knows nothing of it */
  let turn = 0;

  const list = async (quiet: boolean): Promise<readonly Job[]> => {
    const { items } = await jobs.list(quiet);
    asOf.value = clock.now();
    return items;
  };
  const load = useLoad(() => list(false));
  const known = (): readonly Job[] => (load.state.value.kind === 'ready' ? load.state.value.data : []);

  async function look(quiet: boolean): Promise<void> {
    const mine = turn;
    const next = await list(quiet);
    if (mine !== turn) return;
    const done = newlyEnded(wanted.value, known(), next);
    load.set(next);
    for (const job of done) ended(job);
  }
  const background = async (): Promise<void> => {
    if (load.state.value.kind !== 'ready') return;
    // what cannot be had leaves the figures, and their time, as they are
    await look(true).catch(() => undefined);
  };

  const resting = useRefresh(background, () => isEndNear(wanted.value, known(), clock.now()));
  // what rested goes on, or the other way round
  watch(lineHold.hold, () => void background());

  return {
    ...{ load, asOf: readonly(asOf), resting, wanted: shallowReadonly(wanted) },
    refresh: () => look(false),
    run: async ({ name, lastRunAt }) => {
      await jobs.run(name);
      const at = clock.now();
      turn += 1;
      wanted.value = { ...wanted.value, [name]: { at, before: lastRunAt } };
      load.set(askedFor(known(), name, at));
    },
  };
}
