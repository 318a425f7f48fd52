/** What somebody said to the platform's question. */
import { IsIn, IsString, Length } from 'class-validator';

export class SubscriptionBody {
  @IsString() @Length(1, 100) readonly template!: string;
  @IsIn(['accept', 'reject']) readonly answer!: 'accept' | 'reject';
  /** names this answer: told again it is not counted again */
  @IsString() @Length(8, 64) readonly id!: string;
}
