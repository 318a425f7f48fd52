// Runs the clockwork with the timer's real library on a clock of its own, from one moment to another, and prints how
// often it ticked and the longest time between two ticks, in seconds. The zone is the process's (TZ). Arguments: from, to (ISO 8601).
const [from, to] = process.argv.slice(2).map((words) => Date.parse(words));
let now = from;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now);
    else super(...given);
  }
  static now() {
    return now;
  }
};
const timers = new Map();
let next = 1;
globalThis.setTimeout = (fire, ms = 0, ...given) => {
  const id = next++;
  timers.set(id, { at: now + Math.max(1, ms), fire: () => fire(...given) });
  return { id, unref: () => undefined, ref: () => undefined, [Symbol.toPrimitive]: () => id };
};
globalThis.clearTimeout = (timer) => timers.delete(Number(timer?.id ?? timer));
const turn = () => new Promise((resolve) => setImmediate(resolve));

const { createClockwork } = await import('../../dist/jobs/clockwork.js');
const ticks = [];
const job = {
  name: 'count',
  every: 'tick',
  run: async () => {
    ticks.push(now);
    return { found: 0, done: 0, failed: 0 };
  },
};
const clock = { now: () => now, today: () => new Date(now).toISOString().slice(0, 10) };
const runs = { record: async () => 0 };
createClockwork({ jobs: [job], runs, clock, tell: () => undefined, hold: async () => null }).start();
for (;;) {
  await turn();
  await turn();
  const due = [...timers].sort(([, a], [, b]) => a.at - b.at)[0];
  if (due === undefined || due[1].at > to) break;
  timers.delete(due[0]);
  now = Math.max(now, due[1].at);
  due[1].fire();
}
const gaps = [...ticks, to].map((at, n) => at - (ticks[n - 1] ?? from));
process.stdout.write(JSON.stringify({ ticks: ticks.length, longest: Math.max(...gaps) / 1_000 }));
process.exit();
