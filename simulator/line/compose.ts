import { type WritableFields } from '../../wechat/xml.js';
import { type User } from '../state/users.js';
import { type Act, inboundFields } from './inbound.js';
import { type LineSettings } from './settings.js';

/** The message that reports an act, with whatever faults of its content are due. */
export function compose(
  settings: LineSettings,
  openid: string,
  act: Act,
  createTime: number,
): WritableFields {
  const { account, faults } = settings;
  const msgId = faults.strikesPush('huge-id') ? hugeId(settings.messageId()) : settings.messageId();
  let fields = inboundFields(act, { to: account.originalId, from: openid, createTime, msgId });
  if (act.type === 'event' && faults.strikesPush('empty-event-key')) fields = { ...fields, EventKey: '' };
  if (Array.isArray(fields['List']) && faults.strikesPush('list-as-object'))
    fields = { ...fields, List: fields['List'][0] as WritableFields };
  return faults.strikesPush('extra-fields') ? { ...fields, NewField: 'x', NewGroup: { Inner: 'y' } } : fields;
}

/**
 * When an act happened, in seconds. Events have no id and are told apart by their second, so that the same tap
 * twice in one second counts as the next second's: a test is faster than a thumb.
 */
export function createTimeOf({ clock, users }: LineSettings, user: User, act: Act): number {
  if (act.type !== 'event') return Math.floor(clock.real() / 1000);
  const { EventKey } = act.fields;
  return users.secondOf(user, typeof EventKey === 'string' ? `${act.event} ${EventKey}` : act.event);
}

/** Near the end of what 64 bits hold. */
const hugeId = (id: string): string => (9_223_372_036_854_775_807n - BigInt(id.slice(-15))).toString();
