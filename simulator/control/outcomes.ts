import type Router from '@koa/router';
import { type MassJobs } from '../platform/mass-jobs.js';
import { massOutcomes, type Outcome, type Outcomes, publishOutcomes } from '../state/outcomes.js';
import { Refused } from '../http.js';
import { type Body, bodyOf, numberOf } from './body.js';

const mostBytes = 10_000;

/**
 * What publications and mass sends come to, which on the platform others decide:
 *
 * - `POST /simulator/api/outcomes` `{ publish?: 0|2|3|4|6, mass?: success|fail|await_admin, times? }`: the next `times`
 *   (1) publications, mass sends or both come to this, after those that were set before. `publish` is the platform's
 *   number: 0 done, 2 originality, 3 failed, 4 refused by review, 6 done and blocked a little later. `fail` ends as
 *   SEND_FAIL; `await_admin` stays SENDING until an administrator is heard or 30 minutes of the platform's clock are over.
 * - `GET /simulator/api/outcomes` → what is left of them; `DELETE /simulator/api/outcomes`: everything succeeds again.
 * - `POST /simulator/api/admin` `{ confirm: true|false }` → `{ msgId }`: the administrator's word on the mass send that
 *   has waited longest; 409 `mass.none_waiting` where none waits.
 */
export function outcomeRoutes(router: Router, outcomes: Outcomes, jobs: MassJobs): void {
  router.get('/outcomes', (ctx) => {
    ctx.body = outcomes.list();
  });
  router.post('/outcomes', async (ctx) => {
    outcomes.set(outcomeOf(await bodyOf(ctx, mostBytes)));
    ctx.status = 204;
  });
  router.delete('/outcomes', (ctx) => {
    outcomes.clear();
    ctx.status = 204;
  });
  router.post('/admin', async (ctx) => {
    const { confirm } = await bodyOf(ctx, mostBytes);
    if (typeof confirm !== 'boolean')
      throw new Refused(400, 'request.invalid', 'confirm must be true or false.');
    const job = jobs.decide(confirm);
    if (job === null) throw new Refused(409, 'mass.none_waiting', 'No mass send waits for an administrator.');
    ctx.body = { msgId: job.msgId };
  });
}

function outcomeOf(body: Body): Outcome {
  const publish = oneOf(body, 'publish', publishOutcomes);
  const mass = oneOf(body, 'mass', massOutcomes);
  if (publish === undefined && mass === undefined)
    throw new Refused(400, 'request.invalid', 'publish, mass or both must be given.');
  const times = body['times'] === undefined ? 1 : numberOf(body, 'times', 1_000_000);
  if (!(Number.isInteger(times) && times >= 1))
    throw new Refused(400, 'request.invalid', 'times must be a whole number from 1.');
  return {
    times,
    ...(publish === undefined ? {} : { publish }),
    ...(mass === undefined ? {} : { mass }),
  };
}

function oneOf<T>(body: Body, name: string, known: readonly T[]): T | undefined {
  if (body[name] === undefined) return undefined;
  const value = known.find((one) => one === body[name]);
  if (value === undefined)
    throw new Refused(400, 'request.invalid', `${name} must be one of ${known.join(', ')}.`);
  return value;
}
