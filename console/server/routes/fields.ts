/** Forms of fields that several bodies share. */
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

/** 32 bytes as base64url without padding. */
export const IsSecret = (): PropertyDecorator => Matches(/^[\w-]{42}[AEIMQUYcgkosw048]$/);

/** Six digits. */
export const IsCode = (): PropertyDecorator => Matches(/^[0-9]{6}$/);

/** 20 bytes as base32. */
export const IsTotpSecret = (): PropertyDecorator => Matches(/^[A-Z2-7]{32}$/);

/** A name as somebody types it; whether it is one is the domain's to say. */
export function IsTypedName(): PropertyDecorator {
  const rules = [IsString(), MinLength(1), MaxLength(100)];
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}

/** The bytes of what `IsSecret` let through. */
export function secretBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}

/** Which page of a list. */
export class PageQuery {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit: number = 50;
}
