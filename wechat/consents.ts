/**
 * What people say to the question whether they want messages of a form. One "accept" is one message, however often
 * "always" was ticked. It is told twice, by the page that asked and by a push, and each push again until it is answered:
 * whoever counts does so once.
 */
import { type Fields, listOf, textOf } from './xml.js';

/** Where answers are counted. `answer` names one: told again it is not counted again. */
export interface ConsentCounts {
  /** One message more. */
  add(openid: string, templateId: string, answer: string): Promise<void>;
  /** There are none left. */
  drop(openid: string, templateId: string, answer: string): Promise<void>;
  /** Nothing of this person is kept. */
  forget(openid: string): Promise<void>;
}

/** What somebody said to the question whether they want a form's messages. */
export interface ConsentAnswer {
  readonly templateId: string;
  /** `reject` also when they switched it off later; a ban by the platform is none */
  readonly status: 'accept' | 'reject';
}

/** Names one answer to one question: the push and its repeats give the same. */
export const answerId = (createTime: string, templateId: string): string => `${createTime} ${templateId}`;

const wrappers: Readonly<Record<string, string>> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
};

/**
 * The answers in a push (reference, sections 6 and 11): in XML under a wrapper, in JSON without one, a single answer
 * as an object or as a list of one. Only a pop-up can give a message; what is changed in the settings can only end them.
 */
export function consentAnswers(fields: Fields): readonly ConsentAnswer[] {
  const event = eventOf(fields);
  const wrapper = wrappers[event];
  if (wrapper === undefined) return [];
  return [fields, ...listOf(fields, wrapper)]
    .flatMap((holder) => listOf(holder, 'List'))
    .flatMap((item): readonly ConsentAnswer[] => {
      const templateId = textOf(item, 'TemplateId') ?? '';
      const status = textOf(item, 'SubscribeStatusString');
      if (templateId === '' || (status !== 'accept' && status !== 'reject')) return [];
      return status === 'accept' && event !== 'subscribe_msg_popup_event' ? [] : [{ templateId, status }];
    });
}

const ends = ['unsubscribe', 'user_authorization_revoke'];

/** Writes down what a push says of a person's consents. Who leaves, or takes their authorization back, is forgotten. */
export async function countPush(counts: ConsentCounts, openid: string, fields: Fields): Promise<void> {
  if (ends.includes(eventOf(fields))) return counts.forget(openid);
  for (const { templateId, status } of consentAnswers(fields)) {
    const answer = answerId(textOf(fields, 'CreateTime') ?? '', templateId);
    await (status === 'accept'
      ? counts.add(openid, templateId, answer)
      : counts.drop(openid, templateId, answer));
  }
}

const eventOf = (fields: Fields): string => (textOf(fields, 'Event') ?? '').toLowerCase();
