/** `npm start`: the whole line in one process, or the roles that ROLES names. */
import { clockworkOf, isPlanned } from './clockwork.js';
import type { Config } from './settings/config.js';
import { openCore, type Core } from './compose.js';
import { seedSample } from './articles/seed-sample.js';
import { serveConsole, type ServingConsole } from './console/serve-console.js';
import { serve } from './serve.js';
import { start } from './start.js';

start(async (config, log) => {
  const core = await openCore(config, log);
  const { profile } = core;
  const clockwork = config.roles.has('jobs') ? clockworkOf(core) : null;
  if (clockwork !== null) await core.upkeep.join(() => isPlanned(core));
  const serving = config.roles.has('api') || config.roles.has('bot') ? await serve(core, clockwork) : null;
  const desk = config.roles.has('console') ? await serveConsole(core, clockwork?.look) : null;
  if (profile.operator.sample) void (await seedSample(core)).makePictures();
  await core.notices.seed();
  clockwork?.start();
  const held = (await core.upkeep.hold()) !== null;
  process.stdout.write(`${welcome(config, core, desk, held)}\n`);
  log.info('line.started');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await clockwork?.stop();
    await desk?.stop();
    await serving?.stop();
    await core.close();
    log.info('line.stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
});

/** What an operator reads at the start: where things are, and what is not as it should be for people to rely on. */
function welcome(config: Config, core: Core, desk: ServingConsole | null, held: boolean): string {
  const { wechat, publicUrl } = config;
  return [
    '',
    `Fairline is running: ${publicUrl}`,
    ...(wechat.simulator ? [`  WeChat simulator   ${publicUrl}/simulator/`] : []),
    ...(config.roles.has('api')
      ? [`  Web form           ${publicUrl}/report`, `  API documents      ${publicUrl}/docs`]
      : []),
    ...(desk === null ? [] : [`  Staff console      ${config.consoleUrl}`]),
    `  Profile            ${core.profile.name}${core.profile.operator.sample ? ' (a sample, not an official channel)' : ''}`,
    `  Data               ${core.data.path}`,
    ...(core.storage.leftOut === undefined ? [] : [`  Database           ${core.storage.leftOut}`]),
    ...(core.firstKeys
      ? [`  Keys               made for this demo; the private halves lie in ${core.data.lineKeys}`]
      : []),
    ...(held
      ? [
          '',
          'Everything planned is on hold: the database is a copy, or came from a backup.',
          'See what went out already, then release it in the console, or run `npm run jobs -- release`.',
        ]
      : []),
    ...(core.line === null
      ? ['', 'This line takes no reports yet: run `npm run keys -- init` first.']
      : ['', 'One key opens every report of this line: the recovery key. Guard it.']),
    ...(desk === null || desk.firstLink === null
      ? []
      : [
          '',
          'Nobody works here yet. Whoever opens this link within an hour becomes the first administrator:',
          `  ${desk.firstLink}`,
        ]),
    '',
  ].join('\n');
}
