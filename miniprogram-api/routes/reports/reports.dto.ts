/** What a device sends of a report: sealed bytes, and the ids they are bound to. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { bytesForm, IsId, IsKey } from '../forms.js';

/** Readers of a line; each has two envelopes. */
const mostEnvelopes = 400;
const mostItems = 100;
/** base64url of the largest item */
const largestBox = 1_760_000;

export class EnvelopeBody {
  @IsString() @Length(1, 255) readonly to!: string;
  @IsIn(['content', 'thread']) readonly of!: 'content' | 'thread';
  @IsString() @Length(1, 300) @Matches(bytesForm) readonly box!: string;
}

export class ItemBody {
  @IsId() readonly id!: string;
  @IsIn(['answers', 'person', 'contact', 'file', 'addition'])
  readonly purpose!: 'answers' | 'person' | 'contact' | 'file' | 'addition';
  @IsString() @Length(1, largestBox) @Matches(bytesForm) readonly box!: string;
}

export class ReportBody {
  @IsId() readonly reportId!: string;
  /** the version of the questions that were answered */
  @IsString() @Length(1, 100) readonly graph!: string;
  @IsIn(['web', 'mini-program']) readonly way!: 'web' | 'mini-program';
  @IsKey() readonly proofHash!: string;
  @IsString() @Length(1, 200) @Matches(bytesForm) readonly wrappedThread!: string;
  @IsKey() readonly contentPk!: string;
  @IsKey() readonly threadPk!: string;

  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(mostEnvelopes)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EnvelopeBody)
  readonly envelopes!: EnvelopeBody[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostItems)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ItemBody)
  readonly items!: ItemBody[];

  /** files that were uploaded for it */
  @IsArray() @ArrayMaxSize(10) @Matches(/^[0-9a-f]{32}$/, { each: true }) readonly files!: string[];
}

export class OpenBody {
  /** what the receipt proves itself with; the receipt itself never leaves the device */
  @IsKey() readonly proof!: string;
}

export class ReceiptBody {
  @IsKey() readonly proofHash!: string;
  @IsString() @Length(1, 200) @Matches(bytesForm) readonly wrappedThread!: string;
}

export class AdditionBody {
  @IsId() readonly id!: string;
  @IsString() @Length(1, 30_000) @Matches(bytesForm) readonly box!: string;
}

export class MessageBody extends AdditionBody {
  /** files that were uploaded for it */
  @IsArray() @ArrayMaxSize(10) @Matches(/^[0-9a-f]{32}$/, { each: true }) readonly files: string[] = [];
}
