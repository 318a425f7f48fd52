/** The phone of whoever is signed in, and articles sent to it as tests. */
import type { PhoneCases } from '../../../../domain/phones/phone-cases.js';
import type { NewPhoneLink } from '../../../../domain/phones/make-link.js';
import type { PhoneState } from '../../../../domain/phones/read-phone.js';
import { meOf } from '../../middleware/session.js';
import { iso } from '../page.js';
import { partOf, type RouteTable } from '../route.js';

export type PhoneParts = Pick<PhoneCases, 'readPhone' | 'makeLink' | 'unlinkPhone' | 'sendTest'>;

interface ShownPhone {
  readonly linked: boolean;
  /** `YYYY-MM-DD` */
  readonly linkedOn: string | null;
  readonly available: boolean;
}

/** All routes of the phones of staff: everybody's own, and nobody else's. */
export function phoneRoutes({ readPhone, makeLink, unlinkPhone, sendTest }: PhoneParts): RouteTable {
  const act = 'articles.write';
  return [
    {
      ...{ method: 'GET', path: '/api/phone', act },
      async handle(ctx) {
        ctx.body = presentPhone(await readPhone(meOf(ctx).id));
      },
    },
    {
      ...{ method: 'POST', path: '/api/phone/links', act },
      async handle(ctx) {
        ctx.body = presentLink(await makeLink(meOf(ctx).id));
        ctx.status = 201;
      },
    },
    {
      ...{ method: 'DELETE', path: '/api/phone', act },
      async handle(ctx) {
        await unlinkPhone(meOf(ctx).id);
        ctx.status = 204;
      },
    },
    {
      ...{ method: 'POST', path: '/api/articles/:id/tests', act },
      async handle(ctx) {
        await sendTest(meOf(ctx).id, partOf(ctx, 'id'));
        ctx.status = 204;
      },
    },
  ];
}

function presentPhone({ linkedDay, available }: PhoneState): ShownPhone {
  return { linked: linkedDay !== null, linkedOn: linkedDay, available };
}

function presentLink({ id, url, endsAt }: NewPhoneLink) {
  return { id, url, endsAt: iso(endsAt) };
}
