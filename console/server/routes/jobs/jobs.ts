/** The clockwork as staff see it: what runs when and how it went, and whether the line is held. */
import type { ReadHold } from '../../../../domain/line-marks/hold-line.js';
import type { ReleaseLine } from '../../../../domain/line-marks/release-line.js';
import type { AskJob } from '../../../../domain/runs/ask-job.js';
import type { JobState } from '../../../../domain/runs/list-jobs.js';
import { meOf } from '../../middleware/session.js';
import { partOf, type RouteTable } from '../route.js';
import { showHold, showJob } from './jobs.presenter.js';

export interface JobParts {
  readonly hold: ReadHold;
  readonly release: ReleaseLine;
  readonly listJobs: () => Promise<readonly JobState[]>;
  readonly askJob: AskJob;
}

export function jobRoutes({ listJobs, askJob, hold, release }: JobParts): RouteTable {
  return [
    {
      // a page that is only looked at asks again and again
      ...{ method: 'GET', path: '/api/jobs', act: 'jobs.read' },
      quiet: () => true,
      async handle(ctx) {
        ctx.body = { items: (await listJobs()).map(showJob), nextCursor: null };
      },
    },
    {
      ...{ method: 'POST', path: '/api/jobs/:name/run', act: 'jobs.run' },
      async handle(ctx) {
        await askJob(meOf(ctx).id, partOf(ctx, 'name'));
        ctx.status = 202; // it has not run yet
        ctx.body = {};
      },
    },
    {
      // Everybody who works here sees why nothing goes out; the page asks for it beside whatever it shows.
      ...{ method: 'GET', path: '/api/hold', act: 'own' },
      quiet: () => true,
      async handle(ctx) {
        ctx.body = showHold(await hold());
      },
    },
    {
      ...{ method: 'POST', path: '/api/hold/release', act: 'line.release' },
      async handle(ctx) {
        await release(meOf(ctx).id);
        ctx.status = 204;
      },
    },
  ];
}
