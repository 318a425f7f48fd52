/** `/me`: all that is kept about an account. It is what it allowed, and nothing else. */
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, ValidateNested } from 'class-validator';
import type { CountConsents } from '../../../domain/subscriptions/count-consents.js';
import { openidOf } from '../../actors.js';
import { operation, type Operation } from '../../operation.js';

export class KeptSubscription {
  @IsString() readonly template!: string;
  @IsInt() readonly left!: number;
  @IsString() readonly changedOn!: string;
}

export class MeAnswer {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KeptSubscription)
  readonly subscriptions!: readonly KeptSubscription[];
}

const tag = 'Subscriptions';
const actor = 'session';
const common = ['session.required', 'storage.unavailable'] as const;

export function meOperations({ consents }: { readonly consents: CountConsents }): readonly Operation[] {
  return [
    operation({
      ...{ method: 'GET', path: '/me', id: 'readMe', tag, actor },
      summary:
        'All that is kept about the caller’s account. No report is: nothing leads from one to the other.',
      answer: { status: 200, shape: MeAnswer },
      errors: common,
      example: {},
      handle: async ({ ctx }): Promise<MeAnswer> => {
        const kept = await consents.kept({ way: 'mini', openid: openidOf(ctx) });
        return {
          subscriptions: kept.map(({ template, count, changedOn }) => ({ template, left: count, changedOn })),
        };
      },
    }),
    operation({
      ...{ method: 'DELETE', path: '/me', id: 'eraseMe', tag, actor },
      summary: 'Erases it.',
      answer: { status: 204 },
      errors: [...common, 'limit.requests'],
      example: {},
      handle: async ({ ctx }): Promise<null> => {
        await consents.forget({ way: 'mini', openid: openidOf(ctx) });
        return null;
      },
    }),
  ];
}
