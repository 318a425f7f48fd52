import type { Hold } from '../../domain/line-marks/line-mark.js';
import type { Clock } from '../../domain/ports.js';
import type { Runs } from '../../domain/runs/ports.js';
import type { Job, Tick } from '../../jobs/job.js';
import { createRunJob } from '../../jobs/run-job.js';
import { Refusal } from '../exit.js';
import { timeText } from './given-time.js';

export interface ByHandParts {
  readonly runs: Runs;
  /** the right one */
  readonly clock: Clock;
  readonly hold: () => Promise<Hold | null>;
  readonly failed: (error: unknown) => void;
}

/** How much a dry run counts at most. */
const mostCounted = 100_000;
const atOnce = 500;

/** Says what is due of a job at a time, and does nothing. */
export async function lookAtJob({ name, due }: Job, at: Clock, zone: string): Promise<string> {
  if (due === undefined) return `${name}: only a run can tell what is due. Nothing was done.`;
  const count = await due({ ...tickOf(at), limit: mostCounted });
  return `${name}: ${String(count)} due at ${timeText(zone, at.now())}. Nothing was done.`;
}

/**
 * Runs a job once, as if it were the time of `at`, and says what it came to.
 * @throws Refusal where it would erase or send before the time, where the line is held, where another process is at it
 */
export async function runByHand(job: Job, at: Clock, parts: ByHandParts): Promise<string> {
  const { clock, runs, hold, failed } = parts;
  const ahead = at.now() > clock.now() + 1_000;
  if (ahead && (job.erases === true || job.sends === true))
    throw new Refusal(
      job.sends === true
        ? 'With a time to come this job would send what is not due yet.'
        : 'With a time to come this job would erase what people still need.',
      'Add --dry-run to see what will be due, or leave --now out.',
    );
  if (job.sends === true && (await hold()) !== null)
    throw new Refusal(
      'Everything planned is on hold, so this job does nothing.',
      'See what went out already, then run npm run jobs -- release.',
    );
  const report = await createRunJob({ runs, clock }).now(job, tickOf(at));
  if (report === null)
    throw new Refusal(
      'Another process is just running this job.',
      'Look again in a moment: npm run jobs -- list',
    );
  const { job: name, found, done, failed: left, ms, error } = report;
  if (error !== undefined) failed(error);
  const figures =
    job.discreet === true ? '' : ` found ${String(found)}, done ${String(done)}, failed ${String(left)};`;
  if (error !== undefined || left > 0)
    throw new Refusal(
      `${name} failed:${figures} ${String(ms)} ms.`,
      'The clockwork tries it again; npm run jobs -- list says what went wrong.',
    );
  return `${name}:${figures} ${String(ms)} ms.`;
}

const tickOf = (at: Clock): Tick => ({
  ...{ now: at.now(), today: at.today(), limit: atOnce },
  stopping: () => false,
});
