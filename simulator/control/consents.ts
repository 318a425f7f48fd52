import { type WritableFields } from '../../wechat/xml.js';
import { type Platform } from '../platform/api.js';
import { consentKey, type User } from '../state/users.js';
import { Refused } from '../http.js';
import { type Body, textOf } from './body.js';

/**
 * What a person answers to the question whether they want notices: `{ templateId, status: accept | reject, of? }`.
 * The account hears of it as it would (reference 6): in XML under a wrapper, the mini-program in JSON without one.
 */
export async function consent(platform: Platform, user: User, body: Body): Promise<void> {
  const template = textOf(body, 'templateId');
  const status = textOf(body, 'status');
  if (status !== 'accept' && status !== 'reject')
    throw new Refused(400, 'request.invalid', 'status must be accept or reject.');
  const miniProgram = body['of'] === 'mini-program';
  const { account } = miniProgram ? platform.miniProgram : platform.officialAccount;
  const key = consentKey(account, template);
  if (status === 'accept') user.consents.set(key, (user.consents.get(key) ?? 0) + 1);
  else user.consents.delete(key);
  const answer = { TemplateId: template, SubscribeStatusString: status, PopupScene: '0' };
  const fields: WritableFields = miniProgram
    ? { List: [answer] }
    : { SubscribeMsgPopupEvent: { List: answer } };
  const client = miniProgram ? platform.miniProgram : platform.officialAccount;
  await client.line.push(user.openid, { type: 'event', event: 'subscribe_msg_popup_event', fields });
}
