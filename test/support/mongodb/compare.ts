/** Runs cases on every party at once and says where an answer differs from the first one's. */
import { EJSON, serialize, type Document } from 'bson';
import { collection, type Case, type Operation } from './operations.js';
import type { Party } from './parties.js';

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
  /** every party's answer, ours too */
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
const isMulti = ({ updates }: Document): boolean =>
  ((updates ?? []) as Document[]).some(({ multi }) => multi === true);

export interface Tally {
  /** operations that were run on the first party */
  operations: number;
  /** answers of each other party that were compared */
  readonly compared: Record<string, number>;
  /** documents that answers held, so that a generator which finds nothing is seen */
  found: number;
}

/**
 * Runs a case. A party that differs in a write is given our documents, or sits out until it can keep them. A case ends
 * where an update of many failed half-way: in which order it goes is nobody's promise. `judge` is told each difference.
 */
export async function runCase(
  { indexes, documents, operations }: Case,
  parties: readonly Party[],
  tally: Tally,
  judge: (difference: Difference) => void,
): Promise<void> {
  let sitting = [...parties];
  const [ours] = parties;
  if (!ours) return;
  await Promise.all(parties.map((party) => prepare(party, indexes, documents)));
  const ask = async (operation: Operation): Promise<Map<Party, Document>> =>
    new Map(
      await Promise.all(sitting.map(async (party) => [party, await party.run(operation.command)] as const)),
    );
  const check = (
    operation: Operation,
    shape: Operation,
    replies: Map<Party, Document>,
    before: Document[],
  ): void => {
    const answers = new Map([...replies].map(([party, reply]) => [party, answerOf(reply, shape.ordered)]));
    const mine = answers.get(ours) ?? '';
    const named = new Map([...answers].map(([{ name }, answer]) => [name, answer]));
    for (const [party, theirs] of answers) {
      if (party === ours) continue;
      tally.compared[party.name] = (tally.compared[party.name] ?? 0) + 1;
      if (theirs === mine) continue;
      if (writes(operation.command)) sitting = sitting.filter((other) => other !== party);
      judge({ party: party.name, operation, before, indexes, ours: mine, theirs, answers: named });
    }
  };
  const docsOf = (reply: Document | undefined): Document[] =>
    (reply?.['cursor'] as { firstBatch: Document[] } | undefined)?.firstBatch ?? [];

  let before: Document[] = [];
  const state = async (operation: Operation): Promise<void> => {
    const replies = await ask(everything);
    check(operation, everything, replies, before);
    before = docsOf(replies.get(ours));
    for (const party of parties)
      if (!sitting.includes(party) && (await caughtUp(party, before))) sitting.push(party);
  };
  await state({ command: { insert: collection, documents }, ordered: true });
  for (const operation of operations) {
    const replies = await ask(operation);
    tally.operations += 1;
    const mine = replies.get(ours) ?? {};
    tally.found += docsOf(mine).length;
    check(operation, operation, replies, before);
    if (!writes(operation.command)) continue;
    if (isMulti(operation.command) && [...replies.values()].some((reply) => failuresOf(reply).length)) break;
    await state(operation);
  }
  await Promise.all(parties.map((party) => party.fresh()));
}

/** Gives a party that differed the documents as ours has them. Answers whether it could keep them. */
async function caughtUp(party: Party, documents: readonly Document[]): Promise<boolean> {
  await party.run({ delete: collection, deletes: [{ q: {}, limit: 0 }] });
  if (documents.length) await party.run({ insert: collection, documents });
  const kept = answerOf(await party.run(everything.command), true);
  return kept === answerOf({ ok: 1, cursor: { firstBatch: documents } }, true);
}

async function prepare(
  party: Party,
  indexes: readonly Document[],
  documents: readonly Document[],
): Promise<void> {
  const wanted = indexes
    .filter((index) => party.indexes || index['unique'] === true)
    .filter((index) => party.partialIndexes || index['partialFilterExpression'] === undefined);
  for (const index of wanted) await party.run({ createIndexes: collection, indexes: [index] });
  await party.run({ insert: collection, documents, ordered: false });
}
