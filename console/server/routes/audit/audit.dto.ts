import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../fields.js';

export class AuditQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) who?: string;
  @IsOptional() @IsString() @MaxLength(100) act?: string;
  @IsOptional() @IsString() @MaxLength(200) object?: string;
  /** the number of the last entry shown */
  @IsOptional() @Matches(/^[1-9][0-9]{0,14}$/) override cursor?: string;
}
