/** What the console's holiday routes take. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const day = /^\d{4}-\d\d-\d\d$/;
/** More than any announcement has ever had. */
const mostEntries = 40;

class NameBody {
  @IsString() @Length(1, 40) readonly zh!: string;
  @IsString() @Length(1, 80) readonly en!: string;
}

class DaysOffBody {
  @Matches(day) readonly from!: string;
  @Matches(day) readonly to!: string;

  @ValidateIf((range: DaysOffBody) => range.name !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => NameBody)
  readonly name!: NameBody | null;
}

export class AnnouncedBody {
  @IsArray()
  @ArrayMaxSize(mostEntries)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DaysOffBody)
  readonly off!: DaysOffBody[];

  @IsArray() @ArrayMaxSize(mostEntries) @Matches(day, { each: true }) readonly worked!: string[];
}

export class EnterHolidaysBody extends AnnouncedBody {
  @IsInt() @Min(0) readonly revision!: number;
}
