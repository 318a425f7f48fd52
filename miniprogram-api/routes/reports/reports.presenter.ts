/** Reports as their devices get them back. */
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { outcomes } from '../../../domain/reports/report.js';
import type { Received } from '../../../domain/reports/receive-report.js';
import type { ReporterView } from '../../../domain/reports/reporter-view.js';
import type { Report, SealedItem } from '../../../domain/reports/report.js';
import { textOf } from '../forms.js';

export class ReceivedAnswer {
  /** to name the report by, on the telephone for instance: it opens nothing */
  @IsString() readonly caseNumber!: string;
  @IsString() readonly createdOn!: string;
  /** the day by which a person has read it */
  @IsString() readonly dueOn!: string;
}

export class OpenedAnswer {
  /** for the calls below `/reports/current` */
  @IsString() readonly token!: string;
  @IsString() readonly expiresAt!: string;
  @IsString() readonly reportId!: string;
  /** the thread's private half under the receipt's own key, base64url */
  @IsString() readonly wrappedThread!: string;
  @IsString() readonly contentPk!: string;
  @IsString() readonly threadPk!: string;
}

export class StateAnswer {
  @IsString() readonly caseNumber!: string;
  @IsIn(['received', 'read', 'closed', 'withdrawn', 'deleted']) readonly state!: string;
  @IsString() readonly receivedOn!: string;
  @IsString() readonly dueOn!: string;
  @IsInt() readonly additions!: number;
  @IsInt() readonly messages!: number;
  @IsOptional() @IsIn(outcomes) readonly outcome!: string | null;
  @IsOptional() @IsString() readonly keptUntil!: string | null;
  @IsBoolean() readonly mayAdd!: boolean;
  @IsBoolean() readonly mayWithdraw!: boolean;
  @IsBoolean() readonly mayDispute!: boolean;
}

export class MessageAnswer {
  @IsString() readonly id!: string;
  @IsString() readonly day!: string;
  /** the keyring's name of who wrote it; the signature is inside the box */
  @IsOptional() @IsString() readonly by!: string | null;
  /** sealed to the thread, base64url */
  @IsString() readonly box!: string;
}

export class MessagesAnswer {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MessageAnswer)
  readonly items!: readonly MessageAnswer[];
  @IsOptional() @IsString() readonly nextCursor!: string | null;
}

export class AddedAnswer {
  @IsString() readonly id!: string;
  @IsString() readonly day!: string;
}

export const presentReceived = ({ caseNumber, receivedDay, dueDay }: Received): ReceivedAnswer => ({
  ...{ caseNumber, createdOn: receivedDay, dueOn: dueDay },
});

export const presentOpened = (report: Report, token: string, expiresAt: string): OpenedAnswer => ({
  ...{ token, expiresAt, reportId: report.id, wrappedThread: textOf(report.wrappedThread) },
  ...{ contentPk: textOf(report.contentPk), threadPk: textOf(report.threadPk) },
});

export const presentState = ({ receivedDay, dueDay, ...rest }: ReporterView): StateAnswer => ({
  ...{ ...rest, receivedOn: receivedDay, dueOn: dueDay },
});

/** A page of messages: `cursor` is the id of the last one before it. */
export function presentMessages(
  all: readonly SealedItem[],
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): MessagesAnswer {
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  const page = all.slice(from, from + limit);
  return {
    items: page.map(({ id, day, by, box }) => ({ id, day, by: by ?? null, box: textOf(box) })),
    nextCursor: from + limit < all.length ? (page.at(-1)?.id ?? null) : null,
  };
}
