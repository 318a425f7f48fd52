/** What `npm run notices:preview` says: for programs, and for people. */
import { dayIn } from '../../domain/days.js';
import type { Budget } from '../../domain/notices/budget.js';
import type { OccurrenceState } from '../../domain/notices/lifecycle.js';
import type { Audience, NoticePreview } from '../../domain/notices/preview-notices.js';

const audienceWords = ({ way, tag }: Audience): string => {
  if (way === 'account') return 'consents of the Official Account';
  if (way === 'mini') return 'consents of the mini-program';
  return tag === null ? 'all followers' : `followers with tag ${String(tag)}`;
};

const stateWords: Readonly<Partial<Record<OccurrenceState, string>>> = {
  draft: 'a draft: nothing is sent before an editor and a reviewer confirm it',
  in_review: 'waits for its review',
  scheduled: 'confirmed',
  about_to_go: 'about to go',
  going: 'on its way',
  paused: 'on its way, paused',
};

/** The rows as a program gets them. */
export const previewRows = (previews: readonly NoticePreview[]) =>
  previews.map(({ notice, on, at, audience, recipients, text }) => ({
    ...{ notice, on, at: new Date(at).toISOString() },
    audience: audience.map(audienceWords).join(', '),
    ...{ recipients, text },
  }));

/** A moment as the line's clock shows it: `2027-04-15 09:00`. */
function momentIn(zone: string, ms: number): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
  });
  return `${dayIn(zone, ms)} ${time.format(ms)}`;
}

/** The rows as a person reads them, with each month's budget of mass messages. */
export function previewLines(
  previews: readonly NoticePreview[],
  budgets: readonly Budget[],
  zone: string,
): readonly string[] {
  if (previews.length === 0) return ['Nothing is planned.'];
  return [
    ...previews.flatMap(({ notice, at, state, audience, recipients, text }) => [
      `${momentIn(zone, at)}  ${notice}  (${stateWords[state] ?? state})`,
      `  to: ${audience.map(audienceWords).join(', ')}; ${recipients === null ? 'how many is not known' : `${String(recipients)} at the moment`}`,
      ...[text.zh, text.en].flatMap(({ title, body }) => [
        `  ${title}`,
        ...body.split('\n').map((line) => `    ${line}`),
      ]),
      '',
    ]),
    ...budgets.map(
      ({ period, most, sent, planned }) =>
        `${period}: ${String(sent)} sent and ${String(planned.length)} confirmed of ${String(most)} mass messages`,
    ),
    `Times are those of ${zone}.`,
  ];
}
