import type { JobParts } from '../../console/server/routes/jobs/jobs.js';
import { dayStartIn } from '../../domain/calendar/moments.js';
import { createAskJob } from '../../domain/runs/ask-job.js';
import { createListJobs } from '../../domain/runs/list-jobs.js';
import { jobsOf } from '../clockwork.js';
import type { Core } from '../compose.js';

/** The jobs of a line for who looks after it. `look`: makes this process look at once, if it runs jobs. */
export function openJobs(core: Core, look: () => void = () => undefined): JobParts {
  const { config, clock, storage, record, upkeep } = core;
  const { hold } = upkeep;
  const shared = { jobs: jobsOf(core), runs: storage.runs, clock };
  return {
    hold,
    release: (by) => upkeep.releaseLine(by),
    listJobs: createListJobs({ ...shared, hold, dayStart: (day) => dayStartIn(config.zone, day) }),
    askJob: createAskJob({ ...shared, record, look }),
  };
}
