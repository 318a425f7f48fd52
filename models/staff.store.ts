import type { Connection } from 'mongoose';
import { roles, type Role } from '../domain/access.js';
import { DomainError } from '../domain/errors.js';
import type { Staff } from '../domain/staff/ports.js';
import type { StaffMember } from '../domain/staff/staff.js';
import { toBuffer } from './bytes.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { type StaffDocument, staffModel } from './staff.schema.js';

const { text, whole, bytes, list, oneOf } = fieldsOf('staff');
const states = { active: true, ended: true } as const;
const known = Object.fromEntries(roles.map((role) => [role, true])) as Readonly<Record<Role, true>>;

/** The staff's accounts. Each write is conditional on the revision it was made from, or on what it says. */
export function createStaffStore(connection: Connection): Staff {
  const model = staffModel(connection);
  return {
    async insert(member) {
      const made = await unlessDuplicate(() => model.create(toDocument(member)), null);
      if (made === null) throw new DomainError('staff.name_taken');
    },
    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return found && toMember(found);
    },
    async byName(foldedName) {
      const found = await stored(() => model.findOne({ foldedName }).lean());
      return found && toMember(found);
    },
    async all() {
      const found = await stored(() => model.find({}).sort({ foldedName: 1 }).lean());
      return found.map(toMember);
    },
    async replace(member) {
      const { _id, ...fields } = toDocument(member);
      const { matchedCount } = await stored(() =>
        model.updateOne({ _id, revision: member.revision - 1 }, { $set: fields }),
      );
      return matchedCount === 1;
    },
    async useCode({ id, authHash }, step, totp) {
      const unused = {
        ...{ _id: id, state: 'active', authHash: toBuffer(authHash) },
        totpStep: { $lt: step },
      };
      const used = { $set: { totpStep: step, totp: toBuffer(totp) }, $inc: { revision: 1 } };
      const { matchedCount } = await stored(() => model.updateOne(unused, used));
      return matchedCount === 1;
    },
  };
}

function toDocument({ id, roles: held, authHash, totp, recoveryHash, ...plain }: StaffMember): StaffDocument {
  return {
    _id: id,
    ...plain,
    roles: [...held],
    authHash: toBuffer(authHash),
    totp: toBuffer(totp),
    recoveryHash: toBuffer(recoveryHash),
  };
}

function toMember(document: StaffDocument): StaffMember {
  return {
    id: text(document._id),
    name: text(document.name),
    foldedName: text(document.foldedName),
    roles: list(document.roles).map((role) => oneOf(known, role)),
    authHash: bytes(document.authHash),
    totp: bytes(document.totp),
    totpStep: whole(document.totpStep),
    recoveryHash: bytes(document.recoveryHash),
    state: oneOf(states, document.state),
    createdDay: text(document.createdDay),
    revision: whole(document.revision),
  };
}
