/** The line as a client needs it before it begins. */
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';

/** A text in both languages. */
export class InLangs {
  @IsString() readonly zh!: string;
  @IsString() readonly en!: string;
}

export class OperatorAnswer {
  @ValidateNested() @Type(() => InLangs) readonly legalName!: InLangs;
  @IsString() readonly registration!: string;
  @IsString() readonly filing!: string;
  @IsString() readonly privacyContact!: string;
  @ValidateNested() @Type(() => InLangs) readonly retention!: InLangs;
}

export class WayAnswer {
  @IsIn(['phone', 'web', 'account', 'visit', 'mail']) readonly kind!: string;
  @ValidateNested() @Type(() => InLangs) readonly name!: InLangs;
  @IsString() readonly value!: string;
  @IsOptional() @ValidateNested() @Type(() => InLangs) readonly note!: InLangs | null;
}

/** A reader of the line, signed; bytes are base64url. */
export class KeyringAnswer {
  @IsString() readonly handlerId!: string;
  @IsString() readonly boxPk!: string;
  @IsString() readonly signPk!: string;
  @IsString() readonly fromDay!: string;
  @IsOptional() @IsString() readonly revokedDay!: string | null;
  @IsString() readonly signedBy!: string;
  @IsString() readonly signature!: string;
}

export class LimitsAnswer {
  @IsInt() readonly reportBytes!: number;
  @IsInt() readonly reportItems!: number;
  @IsInt() readonly additionBytes!: number;
  @IsInt() readonly files!: number;
  @IsInt() readonly fileBytes!: number;
  @IsInt() readonly partBytes!: number;
}

export class LineAnswer {
  @ValidateNested() @Type(() => InLangs) readonly name!: InLangs;
  @IsIn(['zh', 'en'], { each: true }) readonly languages!: readonly string[];
  @IsBoolean() readonly sample!: boolean;
  /** what a sample says of itself; null: this is none */
  @IsOptional() @ValidateNested() @Type(() => InLangs) readonly band!: InLangs | null;
  @ValidateNested() @Type(() => OperatorAnswer) readonly operator!: OperatorAnswer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => WayAnswer) readonly ways!: readonly WayAnswer[];
  @IsString() readonly telephone!: string;
  @IsString() readonly emergency!: string;
  /** 16 bytes, hex; null: no keys were made yet, and nothing can be sealed */
  @IsOptional() @IsString() readonly lineId!: string | null;
  @IsOptional() @IsString() readonly rootPk!: string | null;
  @IsArray() @ValidateNested({ each: true }) @Type(() => KeyringAnswer) readonly keyring!: readonly object[];
  /** the line's day, `YYYY-MM-DD` */
  @IsString() readonly today!: string;
  /** the version of today's questions */
  @IsString() readonly graph!: string;
  /** whether somebody could read a report that is sent now */
  @IsBoolean() readonly takesReports!: boolean;
  @IsInt() readonly readWithinWorkingDays!: number;
  @IsObject() @ValidateNested() @Type(() => LimitsAnswer) readonly limits!: LimitsAnswer;
}
