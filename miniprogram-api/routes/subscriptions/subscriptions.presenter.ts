/** Messages that somebody allowed. */
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { InLangs } from '../line/line.presenter.js';

export class SubscriptionAnswer {
  /** the id of the day it is about */
  @IsString() readonly notice!: string;
  @IsString() readonly template!: string;
  @ValidateNested() @Type(() => InLangs) readonly name!: InLangs;
  /** messages that are left */
  @IsInt() readonly left!: number;
  /** the day on which one was allowed or spent last; null: none ever was, or nothing is kept any more */
  @IsOptional() @IsString() readonly changedOn!: string | null;
}

export class SubscriptionsAnswer {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SubscriptionAnswer)
  readonly items!: readonly SubscriptionAnswer[];
}

/** A notice that the mini-program can send. */
export interface OfferedNotice {
  readonly notice: string;
  readonly template: string;
  readonly name: { readonly zh: string; readonly en: string };
}

interface Kept {
  readonly template: string;
  readonly count: number;
  readonly changedOn: string;
}

export const presentSubscriptions = (
  offered: readonly OfferedNotice[],
  kept: readonly Kept[],
): SubscriptionsAnswer => ({
  items: offered.map((notice) => {
    const mine = kept.find(({ template }) => template === notice.template);
    return { ...notice, left: mine?.count ?? 0, changedOn: mine?.changedOn ?? null };
  }),
});
