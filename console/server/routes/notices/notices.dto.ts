/** What the console's routes of notices take. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { noticeLimits } from '../../../../domain/notices/notice.js';

export const day = /^\d{4}-\d\d-\d\d$/;
const articleId = /^[0-9a-f]{32}$/;

/** May be left out; null is no leaving out. */
export const Maybe = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined);

export class NoticeTextBody {
  @IsString() @MaxLength(noticeLimits.template) readonly title!: string;
  @IsString() @MaxLength(noticeLimits.template) readonly body!: string;
}

export class NoticeTextsBody {
  @IsObject() @ValidateNested() @Type(() => NoticeTextBody) readonly zh!: NoticeTextBody;
  @IsObject() @ValidateNested() @Type(() => NoticeTextBody) readonly en!: NoticeTextBody;
}

class MassBody {
  @ValidateIf((mass: MassBody) => mass.tag !== null) @IsInt() @Min(0) readonly tag!: number | null;
}

export class NoticeWaysBody {
  @ValidateIf((ways: NoticeWaysBody) => ways.mass !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => MassBody)
  readonly mass!: MassBody | null;

  @IsBoolean() readonly account!: boolean;
  @IsBoolean() readonly mini!: boolean;
}

/** An article of ours, or none. */
export function IsArticle(): PropertyDecorator {
  const rules = [ValidateIf((_body, value) => value !== null), Matches(articleId)];
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}

class NameBody {
  @IsString() @MaxLength(200) readonly zh!: string;
  @IsString() @MaxLength(200) readonly en!: string;
}

/** Which fields a rule has depends on its kind, and is looked at with it (`rule-body.ts`). */
export class RuleBody {
  @IsIn(['yearly', 'weekday', 'lunar', 'once']) readonly kind!: 'yearly' | 'weekday' | 'lunar' | 'once';
  @Maybe() @IsInt() readonly month?: number;
  @ValidateIf((rule: RuleBody) => rule.day !== undefined && rule.day !== 'last')
  @IsInt()
  readonly day?: number | 'last';

  @Maybe() @IsIn(['before', 'skip']) readonly leap?: 'before' | 'skip';
  @Maybe() @IsInt() readonly weekday?: number;
  @Maybe() @IsIn([1, 2, 3, 4, 5, -1]) readonly nth?: 1 | 2 | 3 | 4 | 5 | -1;
  @Maybe() @IsInt() readonly since?: number;
  @Maybe() @Matches(day) readonly on?: string;
  @Maybe() @IsIn(['before', 'after']) readonly moved?: 'before' | 'after';
}

export class NoticeBody {
  @IsObject() @ValidateNested() @Type(() => NameBody) readonly name!: NameBody;
  @IsObject() @ValidateNested() @Type(() => RuleBody) readonly rule!: RuleBody;
  @ValidateIf((notice: NoticeBody) => notice.since !== null)
  @IsInt()
  @Min(1900)
  @Max(2200)
  readonly since!: number | null;

  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly at!: string;
  @IsObject() @ValidateNested() @Type(() => NoticeTextsBody) readonly texts!: NoticeTextsBody;
  @IsArticle() readonly article!: string | null;
  @IsObject() @ValidateNested() @Type(() => NoticeWaysBody) readonly ways!: NoticeWaysBody;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(noticeLimits.leads)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(noticeLimits.lead, { each: true })
  readonly leads!: number[];

  @IsInt() @Min(1) @Max(noticeLimits.windowHours) readonly windowHours!: number;
}

export class SaveNoticeBody extends NoticeBody {
  @IsInt() @Min(1) readonly revision!: number;
}

export class RulePreviewBody {
  @IsObject() @ValidateNested() @Type(() => RuleBody) readonly rule!: RuleBody;
}

export class ActiveBody {
  @IsBoolean() readonly active!: boolean;
}

export class HandSendBody {
  @Matches(day) readonly on!: string;
  @IsString() @MaxLength(200) readonly note!: string;
}

export class MonthQuery {
  @Maybe() @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) readonly month?: string;
}

export class FeedQuery {
  @IsString() @Length(1, 100) readonly key!: string;
  @Maybe() @IsIn(['zh', 'en']) readonly lang?: 'zh' | 'en';
}
