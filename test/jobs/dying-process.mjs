// A process of the line that is killed in the middle of its work. Arguments: the database's address, what it does (`job` or
// `letter`), the time by its clock in milliseconds. Prints `working` when it is in the middle, and stays there.
const [uri, what, now] = process.argv.slice(2);
const { connect } = await import('../../dist/models/connect.js');
const { createRunsStore } = await import('../../dist/models/runs.store.js');
const { createOutboxStore } = await import('../../dist/models/outbox.store.js');
const { createClockwork } = await import('../../dist/jobs/clockwork.js');
const { createDeliverOutbox } = await import('../../dist/domain/outbox/deliver-outbox.js');

const connection = await connect(uri);
const day = (ms) => new Date(ms).toISOString().slice(0, 10);
const clock = { now: () => Number(now), today: () => day(Number(now)), dayAt: day };
const hold = async () => null;
const works = () => {
  process.stdout.write('working\n');
  return new Promise(() => setInterval(() => undefined, 1_000));
};
if (what === 'job') {
  const jobs = [{ name: 'job', every: 'day', run: works }];
  void createClockwork({
    ...{ jobs, runs: createRunsStore(connection), clock, hold, tell: () => undefined },
  }).tick();
} else {
  const deliver = new Map([['mail', works]]);
  const outbox = createOutboxStore(connection);
  void createDeliverOutbox({ outbox, deliver, hold, clock, random: () => new Uint8Array(1) }).deliver(5);
}
