/** What buys a ticket: some work, or a login. */
import { IsInt, IsString, Length, Max, Min, ValidateIf } from 'class-validator';

type Given = Readonly<Partial<Record<'challenge' | 'nonce' | 'code', unknown>>>;

const withWork = ({ challenge, nonce, code }: Given): boolean =>
  challenge !== undefined || nonce !== undefined || code === undefined;

/** Either both `challenge` and `nonce`, or `code`. */
export class TicketBody {
  /** the challenge as it was given out */
  @ValidateIf(withWork)
  @IsString()
  @Length(1, 2000)
  challenge?: string;

  /** the counter whose derived key begins as the challenge wants it */
  @ValidateIf(withWork)
  @IsInt()
  @Min(0)
  @Max(0xffffffff)
  nonce?: number;

  /** a code of `wx.login`, instead */
  @ValidateIf(({ code }: Given) => code !== undefined)
  @IsString()
  @Length(1, 200)
  code?: string;
}
