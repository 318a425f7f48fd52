import type { Connection } from 'mongoose';
import type { EnteredYear } from '../domain/calendar/entered-year.js';
import type { EnteredYears } from '../domain/calendar/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { type HolidayYearDocument, holidayYearModel } from './holiday-year.schema.js';

const { text, whole, list } = fieldsOf('holiday-years');

/** Years of holidays that editors entered: one year, one document, one conditional write. */
export function createHolidayYearStore(connection: Connection): EnteredYears {
  const model = holidayYearModel(connection);
  return {
    async all() {
      return (await stored(() => model.find({}).sort({ _id: 1 }).lean())).map(toEntered);
    },
    async of(year) {
      const found = await stored(() => model.findOne({ _id: year }).lean());
      return found && toEntered(found);
    },
    async put(entered) {
      const document = toDocument(entered);
      if (entered.revision === 1) return (await unlessDuplicate(() => model.create(document), null)) !== null;
      const before = { _id: entered.year, revision: entered.revision - 1 };
      return (await stored(() => model.replaceOne(before, document))).matchedCount === 1;
    },
  };
}

const toDocument = ({ year, off, worked, ...entered }: EnteredYear): HolidayYearDocument => ({
  ...{ _id: year, revision: entered.revision, worked: [...worked] },
  off: off.map(({ from, to, name }) => ({ from, to, name: name && { ...name } })),
  ...{ enteredBy: entered.enteredBy, enteredAt: entered.enteredAt },
});

const toEntered = (document: HolidayYearDocument): EnteredYear => ({
  year: whole(document._id),
  revision: whole(document.revision),
  off: list(document.off).map(({ from, to, name }) => ({
    ...{ from: text(from), to: text(to) },
    name: name === null ? null : { zh: text(name.zh), en: text(name.en) },
  })),
  worked: list(document.worked).map(text),
  enteredBy: text(document.enteredBy),
  enteredAt: whole(document.enteredAt),
});
