/** What the console's article routes take. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumberString,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  articleKinds,
  articleLangs,
  longestNote,
  type ArticleKind,
  type ArticleLang,
} from '../../../../domain/articles/article.js';
import { articleLimits } from '../../../../domain/articles/check-article.js';
import { articleStates } from '../../../../domain/articles/lifecycle.js';
import { staffStepNames, type StaffStep } from '../../../../domain/articles/take-step.js';

/** Bodies are longer than the platform takes while they are written; beyond this somebody pasted a book. */
const mostBody = 60_000;
const mostTitle = 200;
const id = /^[0-9a-f]{32}$/;

export class ListArticlesQuery {
  @IsOptional() @IsIn(articleStates) readonly state?: (typeof articleStates)[number];
  @IsOptional() @IsIn(articleKinds) readonly kind?: ArticleKind;
  @IsOptional() @IsString() @MaxLength(200) readonly cursor?: string;
  @IsOptional() @IsNumberString({ no_symbols: true }) readonly limit?: string;
}

export class SearchArticlesQuery {
  @IsString() @Length(1, 100) readonly q!: string;
}

export class CalendarQuery {
  @Matches(/^\d{4}-\d\d-\d\d$/) readonly from!: string;
  @Matches(/^\d{4}-\d\d-\d\d$/) readonly to!: string;
}

export class NewArticleBody {
  @IsIn(articleKinds) readonly kind!: ArticleKind;
  @IsOptional() @Matches(id) readonly copyOf?: string;
}

class TextBody {
  @IsString() @MaxLength(mostTitle) readonly title!: string;
  @IsString() @MaxLength(1_000) readonly digest!: string;
  @IsString() @MaxLength(mostBody) readonly body!: string;
  @IsString() @MaxLength(500) readonly coverAlt!: string;
}

class TextsBody {
  @ValidateIf((texts: TextsBody) => texts.zh !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => TextBody)
  readonly zh!: TextBody | null;

  @ValidateIf((texts: TextsBody) => texts.en !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => TextBody)
  readonly en!: TextBody | null;
}

class SourceBody {
  @IsString() @MaxLength(articleLimits.source) readonly title!: string;
  @IsString() @MaxLength(2_000) readonly url!: string;
}

export class ContentBody {
  @IsIn(articleKinds) readonly kind!: ArticleKind;
  @IsObject() @ValidateNested() @Type(() => TextsBody) readonly texts!: TextsBody;
  @IsString() @MaxLength(100) readonly author!: string;
  @ValidateIf((content: ContentBody) => content.cover !== null) @Matches(id) readonly cover!: string | null;
  @IsArray()
  @ArrayMaxSize(articleLimits.tags)
  @IsString({ each: true })
  @MaxLength(articleLimits.tag, { each: true })
  readonly tags!: string[];

  @ValidateIf((content: ContentBody) => content.category !== null)
  @Matches(/^[a-z_]{1,40}$/)
  readonly category!: string | null;

  @IsArray()
  @ArrayMaxSize(articleLimits.sources)
  @ValidateNested({ each: true })
  @Type(() => SourceBody)
  readonly sources!: SourceBody[];
}

export class SaveArticleBody {
  @IsInt() @Min(1) readonly revision!: number;
  @IsObject() @ValidateNested() @Type(() => ContentBody) readonly content!: ContentBody;
  @IsOptional() @IsString() @MaxLength(200) readonly slug?: string;
}

class PlatformWayBody {
  @IsIn(['none', 'quiet', 'send']) readonly way!: 'none' | 'quiet' | 'send';
  @ValidateIf((way: PlatformWayBody) => way.tag !== null) @IsInt() @Min(0) readonly tag!: number | null;
}

class PlanBody {
  @IsISO8601({ strict: true }) @Matches(/(Z|[+-]\d\d:\d\d)$/) readonly at!: string;
  @IsObject() @ValidateNested() @Type(() => PlatformWayBody) readonly platform!: PlatformWayBody;
}

export class StepBody {
  @IsInt() @Min(1) readonly revision!: number;
  @IsIn(staffStepNames) readonly step!: StaffStep;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => PlanBody) readonly plan?: PlanBody;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) readonly checks?: string[];
  @IsOptional() @IsString() @MaxLength(longestNote) readonly note?: string;
}

export class RestoreBody {
  @IsInt() @Min(1) readonly revision!: number;
}

export class CommentBody {
  @IsIn(articleLangs) readonly lang!: ArticleLang;
  @IsString() @MaxLength(200) readonly paragraph!: string;
  @IsString() @Length(1, 2_000) readonly text!: string;
}

export class PresenceBody {
  @IsBoolean() readonly editing!: boolean;
}

export class PreviewBody {
  @IsString() @MaxLength(mostBody) readonly body!: string;
}

/** How many to answer with: `limit`, at most 200, else 50. */
export function limitOf({ limit }: { readonly limit?: string }): number {
  return Math.max(1, Math.min(200, limit === undefined ? 50 : Number(limit)));
}
