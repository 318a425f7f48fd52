import { IsCode, IsSecret, IsTotpSecret, IsTypedName } from '../fields.js';

export class RecoveryBody {
  @IsTypedName() name!: string;
  @IsSecret() recovery!: string;
  @IsSecret() auth!: string;
  @IsTotpSecret() totpSecret!: string;
  @IsCode() code!: string;
  @IsSecret() nextRecovery!: string;
}
