/**
 * `/subscriptions`: messages that somebody allowed, one "accept" one message. The mini-program tells what was answered;
 * the platform's push of the same answer can only end them (runtime/notices/send-cases.ts), so each is counted once.
 */
import { DomainError } from '../../../domain/errors.js';
import type { CountConsents } from '../../../domain/subscriptions/count-consents.js';
import { openidOf } from '../../actors.js';
import { operation, type Operation } from '../../operation.js';
import { SubscriptionBody } from './subscriptions.dto.js';
import { presentSubscriptions, SubscriptionsAnswer, type OfferedNotice } from './subscriptions.presenter.js';

export interface SubscriptionsParts {
  readonly consents: CountConsents;
  /** with the name that the day has next */
  readonly offered: () => Promise<readonly OfferedNotice[]>;
}

const path = '/subscriptions';
const tag = 'Subscriptions';
const actor = 'session';
const common = ['session.required', 'storage.unavailable'] as const;

export function subscriptionOperations({ consents, offered }: SubscriptionsParts): readonly Operation[] {
  const who = (openid: string) => ({ way: 'mini', openid }) as const;
  const read = async (openid: string): Promise<SubscriptionsAnswer> =>
    presentSubscriptions(await offered(), await consents.read(who(openid)));
  return [
    operation({
      ...{ method: 'GET', path, id: 'readSubscriptions', tag, actor },
      summary: 'The notices there are, and how many messages of each the caller allowed.',
      answer: { status: 200, shape: SubscriptionsAnswer },
      errors: common,
      example: {},
      handle: ({ ctx }): Promise<SubscriptionsAnswer> => read(openidOf(ctx)),
    }),
    operation({
      ...{ method: 'PUT', path, id: 'answerSubscription', tag, actor },
      summary: 'Tells what was answered to the platform’s question: one message more, or none at all.',
      body: SubscriptionBody,
      answer: { status: 200, shape: SubscriptionsAnswer },
      errors: [...common, 'subscription.unknown', 'limit.requests'],
      example: { body: { template: 'simulator-notice', answer: 'accept', id: 'one-answer-1' } },
      handle: async ({ body: { template, answer, id }, ctx }): Promise<SubscriptionsAnswer> => {
        if (!(await offered()).some((notice) => notice.template === template))
          throw new DomainError('subscription.unknown');
        const openid = openidOf(ctx);
        await consents[answer === 'accept' ? 'add' : 'drop'](who(openid), template, id);
        return read(openid);
      },
    }),
    operation({
      ...{ method: 'DELETE', path, id: 'endSubscriptions', tag, actor },
      summary: 'Takes all of them back.',
      answer: { status: 204 },
      errors: [...common, 'limit.requests'],
      example: {},
      handle: async ({ ctx }): Promise<null> => {
        await consents.forget(who(openidOf(ctx)));
        return null;
      },
    }),
  ];
}
