/**
 * How many subscription messages each person still wants of each form. One "accept" is one message, however often
 * "always" was ticked; it is told twice, by the mini-program itself and by a push, and counted once. The account is
 * nowhere in here: who keeps the counts names people by a tag.
 */
import { type SendNotice } from './subscribe.js';
import { type SendOutcome } from './send-outcome.js';
import { type Fields, listOf, textOf } from './xml.js';

/** Counts by tag and form. Each call is one write; none of them reads before it. */
export interface ConsentStore {
  /** Adds one, unless the same `answer` was counted before. */
  add(tag: string, templateId: string, answer: string): Promise<void>;
  /** Takes one; false: there is none. */
  take(tag: string, templateId: string): Promise<boolean>;
  /** Puts one back that was taken in vain. */
  giveBack(tag: string, templateId: string): Promise<void>;
  /** There are none left. */
  drop(tag: string, templateId: string): Promise<void>;
  /** Nothing of this person is kept. */
  forget(tag: string): Promise<void>;
}

/** What somebody said to the question whether they want a form's messages. */
export interface ConsentAnswer {
  readonly templateId: string;
  /** `reject` also when they switched it off later; a ban by the platform is none */
  readonly status: 'accept' | 'reject';
}

/** Names one answer to one question: the push and its repeats give the same. */
export const answerId = (createTime: string, templateId: string): string => `${createTime} ${templateId}`;

const events = ['subscribe_msg_popup_event', 'subscribe_msg_change_event'];

/**
 * The answers in a push (reference, sections 6 and 11): in XML under a wrapper, in JSON without one, a single answer
 * as an object or as a list of one.
 */
export function consentAnswers(fields: Fields): readonly ConsentAnswer[] {
  const event = (textOf(fields, 'Event') ?? '').toLowerCase();
  if (!events.includes(event)) return [];
  const wrapped = ['SubscribeMsgPopupEvent', 'SubscribeMsgChangeEvent'].flatMap((name) =>
    listOf(fields, name),
  );
  return [fields, ...wrapped]
    .flatMap((holder) => listOf(holder, 'List'))
    .flatMap((item): readonly ConsentAnswer[] => {
      const templateId = textOf(item, 'TemplateId') ?? '';
      const status = textOf(item, 'SubscribeStatusString');
      if (templateId === '' || (status !== 'accept' && status !== 'reject')) return [];
      return [{ templateId, status }];
    });
}

const ends = ['unsubscribe', 'user_authorization_revoke'];

/** Writes down what a push says of a person's consents. Who leaves, or takes their authorization back, is forgotten. */
export async function countPush(store: ConsentStore, tag: string, fields: Fields): Promise<void> {
  if (ends.includes((textOf(fields, 'Event') ?? '').toLowerCase())) return store.forget(tag);
  for (const { templateId, status } of consentAnswers(fields))
    await (status === 'accept'
      ? store.add(tag, templateId, answerId(textOf(fields, 'CreateTime') ?? '', templateId))
      : store.drop(tag, templateId));
}

/** Nobody was asked: there is no consent, and the platform was not troubled. */
export type CountedSent = SendOutcome | { readonly outcome: 'no-consent' };

const noConsent = 43101;

/**
 * Sends only where a consent is left, and takes it before the message goes: two processes never spend one consent
 * twice. One that surely did not go out is given back; one in doubt may have, and is not.
 */
export function createCountedNotices(
  send: SendNotice,
  store: ConsentStore,
): (tag: string, notice: Parameters<SendNotice>[0]) => Promise<CountedSent> {
  return async (tag, notice) => {
    const { templateId } = notice;
    if (!(await store.take(tag, templateId))) return { outcome: 'no-consent' };
    const sent = await send(notice);
    if (sent.outcome === 'refused' && sent.error.code === noConsent) await store.drop(tag, templateId);
    else if (sent.outcome === 'refused' || sent.outcome === 'not-sent') await store.giveBack(tag, templateId);
    return sent;
  };
}
