/** Which messages are asked for. */
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { idForm } from '../forms.js';

/** A number in digits; anything else stays as it came, and is refused. */
const toNumber = ({ value }: { readonly value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;

export class MessagesQuery {
  /** the id of the last message before the page */
  @IsOptional()
  @Matches(idForm)
  cursor?: string;

  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
}
