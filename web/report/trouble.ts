/** What went wrong, in words that say what is safe and what to do. */
import { ApiError, NoConnection } from '../../miniprogram-api/client/errors.js';
import type { TroubleTexts } from './texts/texts.js';

export const isNoConnection = (error: unknown): boolean => error instanceof NoConnection;

const telephoneOf = ({ details }: ApiError, otherwise: string): string =>
  typeof details['telephone'] === 'string' ? details['telephone'] : otherwise;

/** @param telephone the line's, where the refusal names none */
export function troubleWords(error: unknown, texts: TroubleTexts, telephone: string): string {
  if (isNoConnection(error)) return texts.offline;
  if (!(error instanceof ApiError)) return texts.other;
  const call = telephoneOf(error, telephone);
  switch (error.code) {
    case 'limit.reports':
      return texts.limitReports(call);
    case 'limit.tries':
      return texts.limitTries(call);
    case 'limit.requests':
      return texts.limitRequests(call);
    case 'report.not_taken_here':
    case 'keyring.untrusted':
      return texts.nobodyReads;
    case 'report.too_large':
    case 'request.too_large':
      return texts.tooLarge;
    case 'report.closed':
    case 'report.not_closed':
      return texts.closed;
    case 'report.full':
      return texts.full;
    case 'report.token_required':
      return texts.expired;
    default:
      return texts.other;
  }
}
