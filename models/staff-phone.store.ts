import type { Connection } from 'mongoose';
import type { StaffPhone } from '../domain/phones/phone.js';
import type { PhoneLinks, StaffPhones } from '../domain/phones/ports.js';
import { toBuffer } from './bytes.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import {
  type PhoneLinkDocument,
  phoneLinkModel,
  type StaffPhoneDocument,
  staffPhoneModel,
} from './staff-phone.schema.js';

const { text, bytes } = fieldsOf('staff-phones');
const ofLinks = fieldsOf('phone-links');

/** The staff's phones, one a member. */
export function createStaffPhoneStore(connection: Connection): StaffPhones {
  const model = staffPhoneModel(connection);
  return {
    async put({ staffId, sealed, tag, linkedDay }) {
      const fields = { sealed: toBuffer(sealed), tag, linkedDay };
      await stored(() => model.updateOne({ _id: staffId }, { $set: fields }, { upsert: true }));
    },
    async of(staffId) {
      const found = await stored(() => model.findOne({ _id: staffId }).lean());
      return found && toPhone(found);
    },
    async tagged(tags) {
      const found = await stored(() =>
        model
          .find({ tag: { $in: [...tags] } })
          .sort({ _id: 1 })
          .lean(),
      );
      return found.map(toPhone);
    },
    async remove(staffId) {
      await stored(() => model.deleteOne({ _id: staffId }));
    },
    async removeTagged(tags) {
      await stored(() => model.deleteMany({ tag: { $in: [...tags] } }));
    },
  };
}

/** Codes that link a phone; the database removes them some time after they end. */
export function createPhoneLinkStore(connection: Connection): PhoneLinks {
  const model = phoneLinkModel(connection);
  return {
    async put({ staffId, codeHash, usedBy, endsAt }) {
      const fields = { codeHash, usedBy, endsAt: new Date(endsAt) };
      await stored(() => model.updateOne({ _id: staffId }, { $set: fields }, { upsert: true }));
    },
    async claim(codeHash, tags, now) {
      const free = { codeHash, endsAt: { $gt: new Date(now) }, usedBy: { $in: [null, ...tags] } };
      const found = await stored(() =>
        model
          .findOneAndUpdate(free, { $set: { usedBy: tags[0] } }, { returnDocument: 'before' })
          .lean<PhoneLinkDocument | null>(),
      );
      return found && toLink(found);
    },
    async remove(staffId) {
      await stored(() => model.deleteOne({ _id: staffId }));
    },
  };
}

function toPhone(document: StaffPhoneDocument): StaffPhone {
  return {
    staffId: text(document._id),
    sealed: bytes(document.sealed),
    tag: text(document.tag),
    linkedDay: text(document.linkedDay),
  };
}

function toLink({ _id, codeHash, usedBy, endsAt }: PhoneLinkDocument) {
  return {
    staffId: ofLinks.text(_id),
    codeHash: ofLinks.text(codeHash),
    usedBy: usedBy === null ? null : ofLinks.text(usedBy),
    endsAt: ofLinks.whole(Number(endsAt)),
  };
}
