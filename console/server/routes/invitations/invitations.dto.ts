import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { roles, type Role } from '../../../../domain/access.js';
import { IsCode, IsSecret, IsTotpSecret, IsTypedName } from '../fields.js';

/** The roles that somebody is to have. */
export class RolesBody {
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(roles, { each: true }) roles!: Role[];
}

export class OpenBody {
  // of any form: a link that was cut short is told as one that is gone
  @IsString() @MaxLength(200) secret!: string;
}

export class AcceptBody extends OpenBody {
  @IsTypedName() name!: string;
  @IsSecret() auth!: string;
  @IsTotpSecret() totpSecret!: string;
  @IsCode() code!: string;
  @IsSecret() recovery!: string;
}
