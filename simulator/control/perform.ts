import { type Act } from '../line/inbound.js';
import { type Delivery, type Line } from '../line/line.js';
import { type PlatformClock } from '../state/clock.js';
import { type User, type Users } from '../state/users.js';
import { Refused } from '../http.js';

/** Does what a person does: the platform takes note, opens its windows, and tells the line. @throws Refused 409 */
export async function perform(
  { users, clock, line }: { readonly users: Users; readonly clock: PlatformClock; readonly line: Line },
  user: User,
  act: Act,
): Promise<Delivery> {
  const event = act.type === 'event' ? act.event : null;
  if (event === 'subscribe') {
    user.following = true;
    user.followedAt = clock.now();
    const key = act.type === 'event' ? act.fields['EventKey'] : '';
    const scanned = typeof key === 'string' && key.startsWith('qrscene_');
    user.scene = scanned ? 'ADD_SCENE_QR_CODE' : 'ADD_SCENE_SEARCH';
    user.qrScene = scanned ? key.slice('qrscene_'.length) : '';
  } else if (!user.following) {
    throw new Refused(409, 'user.not_following', 'Only a follower can write to the account.');
  }
  if (event === 'unsubscribe') {
    user.following = false;
    user.allowances = [];
    user.consents.clear();
  }
  const opened = openingOf(act);
  if (opened !== null) users.allow(user, opened);
  return line.deliver(user, act);
}

/** Which window an act opens (reference 10.2); a tap on a message menu counts as a menu click. */
function openingOf(act: Act): 'message' | 'click' | 'scan' | 'follow' | null {
  if (act.type === 'text') return act.menuId === undefined ? 'message' : 'click';
  if (act.type !== 'event') return 'message';
  switch (act.event) {
    case 'subscribe':
      return 'follow';
    case 'SCAN':
      return 'scan';
    case 'CLICK':
    case 'scancode_push':
    case 'scancode_waitmsg':
      return 'click';
    default:
      return null;
  }
}

/** What the control API answers to something that somebody did. */
export const performed = ({ seq, attempts, ms, answer }: Delivery) => ({
  ...{ seq, attempts: attempts.length, ms, answer },
});
