/** `npm run jobs -- list [--lang zh|en] | run NAME [--now TIME] [--dry-run] | release`: the clockwork by hand. */
import { host } from '../../domain/staff/acts.js';
import { createClock } from '../clock.js';
import { isPlanned, jobsOf } from '../clockwork.js';
import { openCore, type Core } from '../compose.js';
import { openJobs } from '../console/open-jobs.js';
import { Refusal } from '../exit.js';
import { start } from '../start.js';
import { clockFrom } from '../upkeep/given-time.js';
import { jobLines } from '../upkeep/job-lines.js';
import { jobOrder } from '../upkeep/job-order.js';
import { lookAtJob, runByHand } from '../upkeep/run-by-hand.js';

/** Milliseconds without a run after which nobody seems to run jobs. */
const quiet = 5 * 60_000;
const out = (text: string): void => void process.stdout.write(`${text}\n`);

start(async (config, log, args) => {
  const order = jobOrder(config.zone, args);
  const clock = createClock(config.zone);
  const at = order.do === 'run' && order.now !== null ? clockFrom(clock, order.now) : clock;
  const core = await openCore(config, log, at);
  try {
    if (order.do === 'list') await list(core, order.lang);
    else if (order.do === 'release') await release(core);
    else await run(core, order.name, order.dry);
  } finally {
    await core.close();
  }
  process.exit(0);
});

async function list(core: Core, lang: 'zh' | 'en'): Promise<void> {
  const say = (zh: string, en: string): void => {
    out(lang === 'zh' ? zh : en);
  };
  const jobs = await openJobs(core).listJobs();
  for (const line of jobLines(jobs, core.config.zone, lang)) out(line);
  const looked = Math.max(...jobs.map(({ last }) => last?.at ?? -Infinity));
  if (core.clock.now() - looked > quiet)
    say(
      '五分钟内没有进程运行过任务：请检查是否有进程带 jobs 角色在运行。',
      'No job has run for five minutes: see whether a process with the role jobs is running.',
    );
  if ((await core.upkeep.hold()) !== null)
    say(
      '计划发送已全部暂停，放行：npm run jobs -- release',
      'Everything planned is on hold. To release it: npm run jobs -- release',
    );
}

async function run(core: Core, name: string, dry: boolean): Promise<void> {
  const jobs = jobsOf(core);
  const job = jobs.find((one) => one.name === name);
  if (job === undefined)
    throw new Refusal('There is no such job.', `There are: ${jobs.map((one) => one.name).join(', ')}.`);
  const { config, clock: at, storage, upkeep, log } = core;
  if (dry) {
    out(await lookAtJob(job, at, config.zone));
    return;
  }
  await upkeep.join(() => isPlanned(core));
  const failed = (error: unknown): void => {
    log.error('job.failed', error, { job: name });
  };
  const clock = createClock(config.zone);
  out(await runByHand(job, at, { runs: storage.runs, clock, hold: upkeep.hold, failed }));
}

async function release(core: Core): Promise<void> {
  out(
    (await core.upkeep.releaseLine(host))
      ? 'Released: what is planned goes out again. This is written down in the log of acts.'
      : 'Nothing is on hold.',
  );
}
