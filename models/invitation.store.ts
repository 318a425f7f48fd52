import type { Connection } from 'mongoose';
import { roles, type Role } from '../domain/access.js';
import type { Invitation } from '../domain/staff/invitation.js';
import type { Invitations } from '../domain/staff/ports.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import { type InvitationDocument, invitationModel } from './invitation.schema.js';

const { text, whole, list, oneOf } = fieldsOf('invitations');
const kinds = { join: true, first: true, reset: true } as const;
const known = Object.fromEntries(roles.map((role) => [role, true])) as Readonly<Record<Role, true>>;

/** Invitations that nobody used yet; the database removes them some time after they end. */
export function createInvitationStore(connection: Connection): Invitations {
  const model = invitationModel(connection);
  return {
    async put({ id, endsAt, roles: offered, ...plain }) {
      const fields = { ...plain, roles: [...offered], endsAt: new Date(endsAt) };
      await stored(() => model.updateOne({ _id: id }, { $set: fields }, { upsert: true }));
    },
    async bySecret(secretHash) {
      const found = await stored(() => model.findOne({ secretHash }).lean());
      return found && toInvitation(found);
    },
    async take({ id, secretHash }) {
      const { deletedCount } = await stored(() => model.deleteOne({ _id: id, secretHash }));
      return deletedCount === 1;
    },
    async all() {
      const found = await stored(() => model.find({}).sort({ createdAt: -1, _id: 1 }).lean());
      return found.map(toInvitation);
    },
  };
}

function toInvitation(document: InvitationDocument): Invitation {
  return {
    id: text(document._id),
    kind: oneOf(kinds, document.kind),
    secretHash: text(document.secretHash),
    roles: list(document.roles).map((role) => oneOf(known, role)),
    createdBy: text(document.createdBy),
    createdAt: whole(document.createdAt),
    endsAt: whole(Number(document.endsAt)),
  };
}
