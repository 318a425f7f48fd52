import type { Connection } from 'mongoose';
import type { Tickets } from '../domain/tickets/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { ticketModel } from './ticket.schema.js';

const { text, oneOf } = fieldsOf('tickets');
const states = { open: true, spent: true } as const;

/** Tickets of the API, by their hash. */
export function createTicketStore(connection: Connection): Tickets {
  const model = ticketModel(connection);
  return {
    async insert({ id, ...rest }) {
      return (await unlessDuplicate(() => model.create({ _id: id, ...rest }), null)) !== null;
    },
    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return (
        found && {
          id: text(found._id),
          day: text(found.day),
          state: oneOf(states, found.state),
          bound: found.bound === null ? null : text(found.bound),
        }
      );
    },
    async bind(id, bound) {
      const free = { _id: id, state: 'open', bound: null };
      const { matchedCount } = await stored(() => model.updateOne(free, { $set: { bound } }));
      return matchedCount === 1;
    },
    async spend(id) {
      await stored(() => model.updateOne({ _id: id }, { $set: { state: 'spent', bound: null } }));
    },
    async removeBefore(day) {
      const { deletedCount } = await stored(() => model.deleteMany({ day: { $lt: day } }));
      return deletedCount;
    },
  };
}
