import type { TFunction } from 'i18next';
import { sendReasons, skips } from '../../texts/en/notices-sends.js';

type SkipKey = Exclude<keyof typeof skips, 'other'>;
type ReasonKey = Exclude<keyof typeof sendReasons, 'other'>;
const isSkip = (reason: string): reason is Extract<SkipKey, string> =>
  reason !== 'other' && Object.hasOwn(skips, reason);
const isReason = (reason: string): reason is Extract<ReasonKey, string> =>
  reason !== 'other' && Object.hasOwn(sendReasons, reason);

/** Why somebody was not sent it. */
export const skipWords = (t: TFunction<'notices'>, reason: string): string =>
  isSkip(reason) ? t(`skips.${reason}`) : t('skips.other', { code: reason });

/** Why a send ended or stands still. */
export const reasonWords = (t: TFunction<'notices'>, reason: string): string =>
  isReason(reason) ? t(`sendReasons.${reason}`) : t('sendReasons.other', { code: reason });
