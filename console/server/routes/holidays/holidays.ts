/** Years of holidays: which are known, and the ones that editors enter by hand. */
import type { Context } from 'koa';
import {
  checkAnnounced,
  yearsAhead,
  type EnterHolidays,
} from '../../../../domain/calendar/enter-holidays.js';
import type { Announced } from '../../../../domain/calendar/entered-year.js';
import { yearOf, type Holidays } from '../../../../domain/calendar/holidays.js';
import { movesOf } from '../../../../domain/calendar/moves.js';
import type { EnteredYears, ReadRules } from '../../../../domain/calendar/ports.js';
import { DomainError, isDomainError } from '../../../../domain/errors.js';
import type { Clock } from '../../../../domain/ports.js';
import type { NameStaff } from '../../../../domain/staff/name-staff.js';
import { endpoint } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import { iso } from '../page.js';
import { partOf, type RouteTable } from '../route.js';
import { AnnouncedBody, EnterHolidaysBody } from './holidays.dto.js';
import { presentHead, presentMoves, presentYear, type ShownYears } from './holidays.presenter.js';

export interface HolidayParts {
  readonly years: EnteredYears;
  /** Holidays if these years were entered by hand, and no others. */
  readonly layered: (entered: readonly Announced[]) => Holidays;
  /** Makes what was just written known to this process. */
  readonly renew: () => Promise<void>;
  readonly enterHolidays: EnterHolidays;
  /** whose days would move */
  readonly rules: ReadRules;
  readonly clock: Clock;
  readonly nameStaff: NameStaff;
}

/** All routes of holidays. */
export function holidayRoutes(parts: HolidayParts): RouteTable {
  const { years, layered, rules, clock } = parts;
  return [
    {
      ...{ method: 'GET', path: '/api/holidays', act: 'notices.read' },
      async handle(ctx) {
        const shown = await shownBy(parts);
        const now = yearOf(clock.today());
        const coming = Array.from({ length: yearsAhead + 1 }, (_, ahead) => now + ahead);
        const all = new Set([...shown.entered.map(({ year }) => year), ...coming]);
        const items = [...all].sort((a, b) => a - b).map((year) => presentHead(shown, year));
        ctx.body = { items, nextCursor: null };
      },
    },
    {
      ...{ method: 'GET', path: '/api/holidays/:year', act: 'notices.read' },
      async handle(ctx) {
        ctx.body = presentYear(await shownBy(parts), yearIn(ctx));
      },
    },
    {
      ...{ method: 'PUT', path: '/api/holidays/:year', act: 'notices.write' },
      handle: endpoint(EnterHolidaysBody, async ({ revision, off, worked }, ctx) => {
        const year = yearIn(ctx);
        const entering = { who: meOf(ctx).id, year, revision, off, worked };
        await parts.enterHolidays(entering).catch((error: unknown) => namedStale(parts, error));
        await parts.renew();
        ctx.body = presentYear(await shownBy(parts), year);
      }),
    },
    {
      ...{ method: 'POST', path: '/api/holidays/:year/preview', act: 'notices.read' },
      handle: endpoint(AnnouncedBody, async ({ off, worked }, ctx) => {
        const announced = { year: yearIn(ctx), off, worked };
        checkAnnounced(announced, clock.today());
        const [entered, whose] = await Promise.all([years.all(), rules()]);
        const others = entered.filter(({ year }) => year !== announced.year);
        const after = layered([...others, announced]);
        ctx.body = presentMoves(movesOf(whose, announced.year, layered(entered), after));
      }),
    },
  ];
}

async function shownBy({ years, layered, nameStaff }: HolidayParts): Promise<ShownYears> {
  const [entered, nameOf] = await Promise.all([years.all(), nameStaff()]);
  return { entered, holidays: layered(entered), nameOf };
}

/** @throws DomainError request.not_found if the address names no year of our time */
function yearIn(ctx: Context): number {
  const text = partOf(ctx, 'year');
  if (!/^20\d\d$/.test(text)) throw new DomainError('request.not_found');
  return Number(text);
}

/** Who entered it meanwhile is named, not numbered. */
async function namedStale({ nameStaff }: HolidayParts, error: unknown): Promise<never> {
  if (!isDomainError(error) || error.code !== 'holidays.stale') throw error;
  const { revision, enteredBy, enteredAt } = error.details ?? {};
  const nameOf = await nameStaff();
  throw new DomainError('holidays.stale', {
    details: {
      ...{ revision, enteredBy: typeof enteredBy === 'string' ? nameOf(enteredBy) : null },
      enteredAt: typeof enteredAt === 'number' ? iso(enteredAt) : null,
    },
  });
}
