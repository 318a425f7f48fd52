import type { Connection } from 'mongoose';
import { DomainError } from '../domain/errors.js';
import {
  checkLetter,
  isClosed,
  type Letter,
  type LetterState,
  type Params,
} from '../domain/outbox/letter.js';
import type { ClaimLetter, Outbox } from '../domain/outbox/ports.js';
import { toBuffer } from './bytes.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { type OutboxDocument, outboxModel } from './outbox.schema.js';

const { text, whole, bytes, oneOf } = fieldsOf('outbox');
const states: Readonly<Record<LetterState, true>> = { waiting: true, dead: true };
const shown = { $in: Object.keys(states) };
const byTime = { state: 1, nextAt: 1, _id: 1 } as const;

/** Waits, its time has come, and nobody holds it; times that only a wrong clock writes keep nothing waiting. */
const isDue = ({ now, latest, held }: Omit<ClaimLetter, 'until'>) => ({
  state: 'waiting',
  $and: [
    { $or: [{ nextAt: { $lte: now } }, { nextAt: { $gt: latest } }] },
    { $or: [{ until: { $lte: now } }, { until: { $gt: latest } }] },
  ],
  ...(held ? { to: null } : {}),
});

/** What waits to be delivered. */
export function createOutboxStore(connection: Connection): Outbox {
  const model = outboxModel(connection);
  const write = async (where: object, $set: Partial<OutboxDocument>): Promise<boolean> =>
    (await stored(() => model.updateOne(where, { $set }))).matchedCount === 1;

  return {
    async put(letter, at) {
      checkLetter(letter);
      const { id, kind, to, code, params } = letter;
      return unlessDuplicate(async () => {
        await model.create({
          ...{ _id: id, kind, code, params: { ...params }, to: to && toBuffer(to) },
          ...{ state: 'waiting', attempts: 0, nextAt: at, reason: null, fence: 0, until: 0 },
        });
        return true;
      }, false);
    },
    async claim({ until, ...due }) {
      const found = await stored(() =>
        model
          .findOneAndUpdate(
            isDue(due),
            { $set: { until }, $inc: { fence: 1 } },
            { sort: { nextAt: 1, _id: 1 }, returnDocument: 'after' },
          )
          .lean<OutboxDocument | null>(),
      );
      return found && { ...toLetter(found), fence: whole(found.fence) };
    },
    due: (due) => stored(() => model.countDocuments(isDue(due))),
    delivered: (id, fence, now) =>
      write(
        { _id: id, fence, state: 'waiting' },
        { state: 'delivered', nextAt: now, until: 0, to: null, params: {}, reason: null },
      ),
    postpone: (id, fence, next) => write({ _id: id, fence, state: 'waiting' }, { ...next, until: 0 }),
    bury: (id, fence, end) =>
      write({ _id: id, fence, state: 'waiting' }, { ...end, state: 'dead', until: 0 }),
    async forget(before) {
      const gone = { state: 'delivered', nextAt: { $lt: before } };
      return (await stored(() => model.deleteMany(gone))).deletedCount;
    },
    async byId(id) {
      const found = await stored(() =>
        model.findOne({ _id: id, state: shown }).lean<OutboxDocument | null>(),
      );
      return found && toLetter(found);
    },
    async list(after, limit) {
      const where = after === null ? { state: shown } : behind(after);
      const found = await stored(() =>
        model
          .find(where)
          .sort(byTime)
          .limit(limit + 1)
          .lean<OutboxDocument[]>(),
      );
      const items = found.slice(0, limit).map(toLetter);
      const last = items.at(-1);
      return { items, next: last === undefined || found.length <= limit ? null : placeOf(last) };
    },
    retry: (id, now) =>
      write(
        { _id: id, state: shown, until: { $lte: now } },
        { state: 'waiting', attempts: 0, nextAt: now, until: 0 },
      ),
    async remove(id) {
      return (await stored(() => model.deleteOne({ _id: id, state: 'dead' }))).deletedCount === 1;
    },
    async empty() {
      return (await stored(() => model.deleteMany({ state: 'dead' }))).deletedCount;
    },
  };
}

const placeOf = ({ state, nextAt, id }: Letter): string => `${state}.${String(nextAt)}.${id}`;

/** What comes behind a place of the list. @throws DomainError request.invalid */
function behind(place: string) {
  const [, state, nextAt, id] = /^(dead|waiting)\.(\d{1,15})\.(.+)$/.exec(place) ?? [];
  if (state === undefined || id === undefined) throw new DomainError('request.invalid');
  const at = Number(nextAt);
  const later = [
    { state, nextAt: { $gt: at } },
    { state, nextAt: at, _id: { $gt: id } },
  ];
  return { $or: state === 'dead' ? [...later, { state: 'waiting' }] : later };
}

function toLetter(document: OutboxDocument): Letter {
  const { to, reason } = document;
  return {
    id: text(document._id),
    kind: text(document.kind),
    to: to === null ? null : bytes(to),
    code: text(document.code),
    params: paramsOf(document.params),
    state: oneOf(states, document.state),
    attempts: whole(document.attempts),
    nextAt: whole(document.nextAt),
    reason: reason === null ? null : text(reason),
  };
}

function paramsOf(params: unknown): Params {
  const entries = Object.entries(Object(params) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isClosed(value) ? value : text(undefined)] as const),
  );
}
