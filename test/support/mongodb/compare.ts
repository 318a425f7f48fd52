/** Runs cases on every party at once and says where an answer differs from the first one's. */
import { EJSON, serialize, type Document } from 'bson';
import { asked } from './asked.js';
import { collection, type Case, type Operation } from './operations.js';
import type { Party } from './parties.js';
import { unjudged } from './unjudged.js';

/** What of a reply is compared: documents as bytes, counts, and what failed. */
export type Answer = string;

export interface Difference {
  readonly party: string;
  readonly operation: Operation;
  /** the documents before the operation */
  readonly before: readonly Document[];
  readonly indexes: readonly Document[];
  readonly ours: Answer;
  readonly theirs: Answer;
  /** the answer of everyone who was asked, ours too */
  readonly answers: ReadonlyMap<string, Answer>;
}

const bytes = (value: unknown): string => Buffer.from(serialize({ v: value })).toString('hex');
const shown = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

/** A reply in one line; `bytes` make -0, NaN and number types count. */
export function answerOf(reply: Document, ordered: boolean): Answer {
  if (Number(reply['ok']) !== 1) return `error ${String(reply['code'])}`;
  const cursor = reply['cursor'] as { firstBatch: Document[] } | undefined;
  if (cursor) {
    const list = cursor.firstBatch.map((doc) => `${shown(doc)} ${bytes(doc).length}`);
    return (ordered ? list : list.sort()).join('\n');
  }
  if ('value' in reply)
    return shown({
      value: reply['value'] as unknown,
      upserted: (reply['lastErrorObject'] as Document | null)?.['upserted'] as unknown,
    });
  return shown({
    n: Number(reply['n'] ?? 0),
    nModified: Number(reply['nModified'] ?? 0),
    upserted: ((reply['upserted'] ?? []) as Document[]).map(({ index, _id }) => [
      Number(index),
      _id as unknown,
    ]),
    errors: failuresOf(reply),
  });
}

const failuresOf = (reply: Document): string[] =>
  ((reply['writeErrors'] ?? []) as Document[]).map(({ index, code }) => `${Number(index)}: ${Number(code)}`);

const everything: Operation = {
  command: { find: collection, filter: {}, sort: { _id: 1 }, batchSize: 1000 },
  ordered: true,
};
const writes = (command: Document): boolean =>
  !('find' in command || 'count' in command || 'aggregate' in command);
export const isMulti = ({ updates }: Document): boolean =>
  ((updates ?? []) as Document[]).some(({ multi }) => multi === true);

export interface Tally {
  /** operations that were run on the first party */
  operations: number;
  /** answers of each other party that were compared */
  readonly compared: Record<string, number>;
  /** operations that a party was not asked, by its name and the reason (unjudged.ts) */
  readonly unasked: Record<string, number>;
  /** documents that answers held, so that a generator which finds nothing is seen */
  found: number;
}
export const newTally = (): Tally => ({ operations: 0, compared: {}, unasked: {}, found: 0 });

/**
 * Runs a case. A party that was not asked to write, or that differs in it, is given our documents, or sits out until it
 * can keep them. A case ends where an update of many failed half-way: in which order it goes is nobody's promise. `judge`
 * is told each difference.
 */
export async function runCase(
  { indexes, documents, operations }: Case,
  parties: readonly Party[],
  tally: Tally,
  judge: (difference: Difference) => void,
): Promise<void> {
  const [ours] = parties;
  if (!ours) return;
  let before: readonly Document[] = [];
  /** Who may be asked an operation; those who may not are counted, with the reason. */
  const mayTake = (operation: Operation): ((party: Party) => boolean) => {
    const about = asked(operation.command, before);
    return (party) => {
      const why = unjudged(party.name, about);
      if (why !== undefined) count(tally.unasked, `${party.name}: ${why}`);
      return why === undefined;
    };
  };
  const ask = async (operation: Operation, sitting: readonly Party[]): Promise<Map<Party, Document>> =>
    new Map(
      await Promise.all(sitting.map(async (party) => [party, await party.run(operation.command)] as const)),
    );
  /** Compares the replies, in the shape of what was asked, and answers who said what ours says. */
  const check = (operation: Operation, shape: Operation, replies: Map<Party, Document>): Party[] => {
    const answers = new Map([...replies].map(([party, reply]) => [party, answerOf(reply, shape.ordered)]));
    const mine = answers.get(ours) ?? '';
    const named = new Map([...answers].map(([{ name }, answer]) => [name, answer]));
    return [...answers].flatMap(([party, theirs]) => {
      if (party === ours) return [party];
      count(tally.compared, party.name);
      if (theirs === mine) return [party];
      judge({ party: party.name, operation, before, indexes, ours: mine, theirs, answers: named });
      return [];
    });
  };
  /** Compares the documents after a write and answers who has ours, or could be given them. */
  const settle = async (operation: Operation, sitting: readonly Party[]): Promise<Party[]> => {
    const replies = await ask(everything, sitting);
    const agreeing = check(operation, everything, replies);
    before = docsOf(replies.get(ours));
    const keep = asked({ insert: collection, documents: before }, before);
    for (const party of parties) {
      const behind = !agreeing.includes(party) && unjudged(party.name, keep) === undefined;
      if (behind && (await caughtUp(party, indexes, before))) agreeing.push(party);
    }
    return agreeing;
  };

  await Promise.all(parties.map((party) => prepare(party, indexes, documents)));
  const start: Operation = { command: { insert: collection, documents }, ordered: true };
  let sitting = await settle(start, parties.filter(mayTake(start)));
  for (const operation of operations) {
    for (const party of parties)
      if (!sitting.includes(party)) count(tally.unasked, `${party.name}: documents that it cannot keep`);
    const replies = await ask(operation, sitting.filter(mayTake(operation)));
    tally.operations += 1;
    tally.found += docsOf(replies.get(ours)).length;
    const agreeing = check(operation, operation, replies);
    if (!writes(operation.command)) continue;
    if (isMulti(operation.command) && [...replies.values()].some((reply) => failuresOf(reply).length)) break;
    sitting = await settle(operation, agreeing);
  }
  await Promise.all(parties.map((party) => party.fresh()));
}

const count = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};
const docsOf = (reply: Document | undefined): Document[] =>
  (reply?.['cursor'] as { firstBatch: Document[] } | undefined)?.firstBatch ?? [];

/** Gives a party that differed a new collection with the documents as ours has them. Answers whether it kept them. */
async function caughtUp(
  party: Party,
  indexes: readonly Document[],
  documents: readonly Document[],
): Promise<boolean> {
  await party.run({ drop: collection });
  await prepare(party, indexes, documents);
  const kept = answerOf(await party.run(everything.command), true);
  return kept === answerOf({ ok: 1, cursor: { firstBatch: documents } }, true);
}

async function prepare(
  party: Party,
  indexes: readonly Document[],
  documents: readonly Document[],
): Promise<void> {
  const wanted = indexes.filter((index) => party.indexes || index['unique'] === true);
  for (const index of wanted) await party.run({ createIndexes: collection, indexes: [index] });
  if (documents.length) await party.run({ insert: collection, documents, ordered: false });
}
