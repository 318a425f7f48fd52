/**
 * Random people against the engine and the flows in memory, with failing stores, repeated, late and parallel
 * deliveries, two processes and restarts; after every delivery an oracle that knows only what was said and what is
 * stored looks whether anything is lost, doubled or out of form. Same seed, same run.
 */
import type { Input, Who } from '../../bot/dialogue/types.js';
import type { RunTurn } from '../../bot/flows/run-turn.js';
import { withFaults } from './fakes/faults.js';
import { memoryReports } from './fakes/reports.js';
import { memorySessions } from './fakes/sessions.js';
import { createLine, type Line, type Said } from './line.js';
import { createOracle, type Oracle } from './random-oracle.js';
import { receiptIn } from './receipt-in.js';
import { randomSaid, type Dice } from './random-said.js';

export interface RandomFigures {
  readonly turns: number;
  readonly people: number;
  readonly reports: number;
  readonly failures: number;
  readonly repeated: number;
  readonly late: number;
  readonly parallel: number;
  readonly restarts: number;
  /** what went wrong, in words, the first hundred; none when all is well */
  readonly wrong: readonly string[];
  readonly wrongs: number;
}

export interface RandomOptions {
  readonly turns: number;
  readonly seed: number;
  readonly profile?: string;
  /** called every thousand turns */
  readonly progress?: (turns: number) => void;
}

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    roll,
    chance: (p) => roll() < p,
    below: (n) => Math.floor(roll() * n),
    one: (list) => {
      const found = list[Math.floor(roll() * list.length)];
      if (found === undefined) throw new Error('an empty list has nothing to choose');
      return found;
    },
  };
}

interface Somebody {
  readonly account: string;
  readonly who: () => Who;
  readonly oracle: Oracle;
  /** deliveries so far, for repeating */
  readonly sent: Input[];
  /** messages seen, for tapping old choices and finding the receipt */
  readonly seen: string[];
  /** what to say again after a turn that failed */
  again: Extract<Said, { t: 'text' }> | null;
}

/** Plays so many turns. */
export async function randomTurns(options: RandomOptions): Promise<RandomFigures> {
  const dice = createDice(options.seed);
  const figures = { turns: 0, failures: 0, repeated: 0, late: 0, parallel: 0, restarts: 0 };
  const memory = memorySessions();
  const stored = memoryReports();
  let faulty = true;
  const plan = (method: string): 'before' | 'after' | undefined => {
    const writes = method === 'save' || method === 'insert' || method === 'append';
    if (!faulty || !(writes || method === 'load') || !dice.chance(0.02)) return undefined;
    figures.failures += 1;
    return writes && dice.chance(0.5) ? 'after' : 'before';
  };
  const line = createLine({
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    seed: options.seed,
    sessions: withFaults(memory, plan),
    peek: memory,
    reports: withFaults(stored, plan),
    reportsDay: 0,
    triesHour: 0,
  });
  const view = { ...line, memory, stored };
  const processes: RunTurn[] = [line.process(), line.process()];
  const wrong: string[] = [];
  let people = 0;
  const meet = (): Somebody => {
    people += 1;
    const account = `oPerson${String(people)}`;
    const seen: string[] = [];
    return {
      account,
      who: () => line.whoIs(account),
      oracle: createOracle(view, account, wrong),
      sent: [],
      seen,
      again: null,
    };
  };
  const crowd = [meet(), meet(), meet()];
  let count = 0;

  const make = (person: Somebody, said: Said, at: number): Input => {
    count += 1;
    const input = { ...said, id: `m${String(count)}`, at } as Input;
    person.sent.push(input);
    person.sent.splice(0, person.sent.length - 6);
    return input;
  };
  const seconds = (): number => Math.floor(line.clock.now() / 1_000);
  const deliver = async (person: Somebody, input: Input): Promise<string> => {
    figures.turns += 1;
    const answer = (await dice.one(processes)(person.who(), input))?.text ?? '';
    if (answer !== '') person.seen.push(answer);
    person.seen.splice(0, person.seen.length - 12);
    return answer;
  };
  /** Lets the fetching of files come to its end; a real pause, because it runs beside the turns. */
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  async function step(person: Somebody): Promise<void> {
    line.clock.advance(1_000 + 1_000 * dice.below(20));
    if (dice.chance(0.01)) line.clock.advance(40 * 60_000);
    if (dice.chance(0.002)) line.clock.advance(30 * 3_600_000);
    if (dice.chance(0.01)) {
      processes[dice.below(2)] = line.process();
      figures.restarts += 1;
    }
    const state = await person.oracle.state();
    const repeat = person.sent.at(-1 - dice.below(Math.max(1, person.sent.length)));
    if (repeat !== undefined && person.again === null && dice.chance(0.08)) {
      figures.repeated += 1;
      const answer = await deliver(person, repeat);
      await breathe();
      return person.oracle.repeated(repeat, answer);
    }
    if (person.again !== null) {
      const same = person.again;
      person.again = null;
      // The platform repeats what was not answered: an answered failure that is said anew does not come again.
      person.sent.pop();
      const answer = await one(person, same);
      if (failed(line, answer)) person.again = same;
      return;
    }
    const next = (): Said =>
      randomSaid(dice, line.profile, state, {
        count: (count += 1),
        seen: person.seen,
        receipt: receiptSeen(person),
      });
    if (dice.chance(0.04)) return together(person, [next(), next()]);
    if (dice.chance(0.04)) return outOfOrder(person, [next(), next()]);
    const said = next();
    const answer = await one(person, said);
    if (said.t === 'text' && failed(line, answer) && dice.chance(0.7)) person.again = said;
  }

  async function one(person: Somebody, said: Said): Promise<string> {
    const input = make(person, said, seconds());
    const answer = await deliver(person, input);
    await breathe();
    await person.oracle.after([{ input, answer }]);
    return answer;
  }

  /** Two phones: both at once, each at some process. */
  async function together(person: Somebody, both: readonly Said[]): Promise<void> {
    figures.parallel += 1;
    const inputs = both.map((said) => make(person, said, seconds()));
    const answers = await Promise.all(inputs.map((input) => deliver(person, input)));
    await breathe();
    await person.oracle.after(inputs.map((input, at) => ({ input, answer: answers[at] ?? '' })));
  }

  /** The later message arrives first. */
  async function outOfOrder(person: Somebody, both: readonly Said[]): Promise<void> {
    figures.late += 1;
    const inputs = both.map((said, at) => make(person, said, seconds() + at));
    line.clock.advance(1_000);
    for (const input of inputs.toReversed()) {
      const answer = await deliver(person, input);
      await breathe();
      await person.oracle.after([{ input, answer }]);
    }
  }

  while (figures.turns < options.turns) {
    const at = dice.below(crowd.length);
    const person = crowd[at] ?? meet();
    await step(person);
    if (figures.turns % 97 === 0) {
      faulty = false;
      await person.oracle.cancelLeaves(() => line.process());
      faulty = true;
    }
    // People go and others come, so that short and long histories are both met.
    if (dice.chance(0.004)) crowd[at] = meet();
    if (figures.turns % 1_000 === 0) options.progress?.(figures.turns);
  }
  wrong.push(...line.errors.filter((error) => !/storage\.unavailable/.test(String(error))).map(String));
  return {
    ...figures,
    people,
    reports: stored.stored.size,
    wrong: wrong.slice(0, 100),
    wrongs: wrong.length,
  };
}

const failed = (line: Line, answer: string): boolean =>
  line.profile.langs.some((lang) =>
    ['turn.not_saved', 'turn.sorry'].some((id) => answer === line.profile.texts[lang].get(id)),
  );

function receiptSeen(person: Somebody): string | null {
  return person.seen.map(receiptIn).findLast((receipt) => receipt !== null) ?? null;
}
