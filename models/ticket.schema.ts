import { type Connection, Schema } from 'mongoose';

export interface TicketDocument {
  _id: string;
  day: string;
  state: string;
  bound: string | null;
}

const text = { type: String, required: true } as const;

const schema = new Schema<TicketDocument>(
  { _id: text, day: text, state: text, bound: { type: String, default: null } },
  { collection: 'tickets', strict: 'throw', versionKey: false, id: false },
);

/** The model of tickets on this connection. */
export function ticketModel(connection: Connection) {
  return connection.model('Ticket', schema);
}
