/** A file on its way. */
import { ArrayMaxSize, IsArray, IsIn, IsInt, Matches, Max, Min, ValidateIf } from 'class-validator';
import { idForm, IsId, keyForm } from '../forms.js';

const mostParts = 60;

export class BeginBody {
  /** with a ticket: the report for which it will be sent */
  @ValidateIf(({ reportId }: BeginBody) => reportId !== undefined)
  @Matches(idForm)
  readonly reportId?: string;
  /** drawn by the client */
  @IsId() readonly fileId!: string;
  @IsInt() @Min(1) @Max(mostParts) readonly parts!: number;
  /** bytes of the file in each part but the last: half a megabyte where more does not get through */
  @IsIn([524_288, 1_048_576]) readonly partBytes: number = 1_048_576;
}

export class CompleteBody {
  /** base64url of BLAKE2b-256 of each sealed part, in order */
  @IsArray() @ArrayMaxSize(mostParts) @Matches(keyForm, { each: true }) readonly hashes!: string[];
}
