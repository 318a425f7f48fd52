import { IsIn, IsOptional } from 'class-validator';
import { IsCode, IsSecret, IsTypedName } from '../fields.js';

export class SignInBody {
  @IsTypedName() name!: string;
  @IsSecret() auth!: string;
  @IsCode() code!: string;
}

export class SessionQuery {
  @IsOptional() @IsIn(['1']) quiet?: string;
}
