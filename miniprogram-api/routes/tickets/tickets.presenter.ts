/** Challenges and tickets as clients get them. */
import { IsString } from 'class-validator';

export class ChallengeAnswer {
  /** base64url of a JSON object `{ parameters, signature }`: an ALTCHA challenge, version 2 */
  @IsString() readonly challenge!: string;
  /** until when it can be solved */
  @IsString() readonly expiresAt!: string;
}

export class TicketAnswer {
  @IsString() readonly ticket!: string;
  /** the last day on which it is good, `YYYY-MM-DD` */
  @IsString() readonly expiresOn!: string;
}
