/** A file on its way, as its device gets it back. */
import { IsInt, IsString } from 'class-validator';

export class UploadAnswer {
  @IsString() readonly fileId!: string;
  @IsInt() readonly parts!: number;
  /** the parts that are there, in order */
  @IsInt({ each: true }) readonly received!: readonly number[];
}

export class CompleteAnswer {
  @IsString() readonly fileId!: string;
  @IsInt() readonly parts!: number;
}
