/** What the console's routes of planned notices take. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { occurrenceStates, type OccurrenceStep } from '../../../../domain/notices/lifecycle.js';
import { mostLimits } from '../../../../domain/sending/send.js';
import { day, IsArticle, Maybe, NoticeTextsBody, NoticeWaysBody } from './notices.dto.js';

/** A moment with its zone. */
function IsMoment(): PropertyDecorator {
  const rules = [IsISO8601({ strict: true }), Matches(/(Z|[+-]\d\d:\d\d)$/)];
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}

export class OccurrencesQuery {
  @Matches(day) readonly from!: string;
  @Matches(day) readonly to!: string;
  @Maybe() @IsIn(occurrenceStates) readonly state?: (typeof occurrenceStates)[number];
}

export class AddOccurrenceBody {
  @IsString() @Length(1, 60) readonly notice!: string;
  @Matches(day) readonly on!: string;
}

/** What is left out stays as it is. */
export class SaveOccurrenceBody {
  @IsInt() @Min(1) readonly revision!: number;

  @Maybe()
  @IsObject()
  @ValidateNested()
  @Type(() => NoticeTextsBody)
  readonly texts?: NoticeTextsBody;

  @Maybe()
  @IsObject()
  @ValidateNested()
  @Type(() => NoticeWaysBody)
  readonly ways?: NoticeWaysBody;

  @Maybe()
  @IsArticle()
  readonly article?: string | null;

  @Maybe() @IsMoment() readonly at?: string;
}

/** The steps that a person takes with a request of their own; writing is saving. */
const steps = [
  ...(['submit', 'return', 'approve', 'reschedule', 'unschedule', 'stop', 'cancel', 'reopen'] as const),
] as const satisfies readonly OccurrenceStep[];

export class OccurrenceStepBody {
  @IsInt() @Min(1) readonly revision!: number;
  @IsIn(steps) readonly step!: (typeof steps)[number];
  @Maybe() @IsMoment() readonly at?: string;
  @Maybe() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) readonly checks?: string[];
  @Maybe() @IsString() @Length(1, 500) readonly note?: string;
}

export class SettleBody {
  @IsIn(['sent', 'not_sent']) readonly as!: 'sent' | 'not_sent';
}

export class LimitBody {
  @IsInt() @Min(1) @Max(mostLimits.concurrency) readonly concurrency!: number;
  @ValidateIf((body: LimitBody) => body.perSecond !== null)
  @IsInt()
  @Min(1)
  @Max(mostLimits.perSecond)
  readonly perSecond!: number | null;
}
