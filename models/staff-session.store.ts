import type { Connection } from 'mongoose';
import type { StaffSessions } from '../domain/staff/ports.js';
import type { StaffSession } from '../domain/staff/staff.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import { type StaffSessionDocument, staffSessionModel } from './staff-session.schema.js';

const { text, whole } = fieldsOf('staff-sessions');

/** Sessions of the console; the database removes them some time after they end. */
export function createStaffSessionStore(connection: Connection): StaffSessions {
  const model = staffSessionModel(connection);
  return {
    async insert({ id, endsAt, ...plain }) {
      await stored(() => model.create({ _id: id, ...plain, endsAt: new Date(endsAt) }));
    },
    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return found && toSession(found);
    },
    async renew(id, seenAt, endsAt) {
      await stored(() => model.updateOne({ _id: id }, { $set: { seenAt, endsAt: new Date(endsAt) } }));
    },
    async remove(id) {
      const { deletedCount } = await stored(() => model.deleteOne({ _id: id }));
      return deletedCount === 1;
    },
    async of(staffId) {
      const found = await stored(() => model.find({ staffId }).sort({ startedAt: -1 }).lean());
      return found.map(toSession);
    },
    async removeOf(staffId) {
      await stored(() => model.deleteMany({ staffId }));
    },
  };
}

function toSession(document: StaffSessionDocument): StaffSession {
  return {
    id: text(document._id),
    staffId: text(document.staffId),
    startedAt: whole(document.startedAt),
    seenAt: whole(document.seenAt),
    endsAt: whole(Number(document.endsAt)),
  };
}
