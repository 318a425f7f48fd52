import { type Connection, Schema } from 'mongoose';

/** Holidays of a year as an editor entered them. All of it is public anyway. */
export interface HolidayYearDocument {
  /** the year */
  _id: number;
  revision: number;
  off: { from: string; to: string; name: { zh: string; en: string } | null }[];
  worked: string[];
  enteredBy: string;
  enteredAt: number;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const part = { _id: false, id: false, strict: 'throw', minimize: false } as const;
const free = { type: String } as const; // may be empty, which `required` would refuse

const name = new Schema({ zh: free, en: free }, part);
const range = new Schema({ from: text, to: text, name: { type: name, default: null } }, part);

const schema = new Schema<HolidayYearDocument>(
  { _id: whole, revision: whole, off: [range], worked: [String], enteredBy: text, enteredAt: whole },
  { collection: 'holiday-years', strict: 'throw', versionKey: false, id: false, minimize: false },
);

/** The model of years entered by hand on this connection. */
export function holidayYearModel(connection: Connection) {
  return connection.model('HolidayYear', schema);
}
