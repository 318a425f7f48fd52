/** `/days.ics`: the line's days, in one language. */
import type { Middleware } from 'koa';
import type { ReadHolidays } from '../../domain/calendar/ports.js';
import { DomainError } from '../../domain/errors.js';
import type { Clock } from '../../domain/ports.js';
import { answer, tagged } from '../tagged.js';
import { daysFile, type DaysFileParts } from './days-file.js';
import { readerLang } from './reader-lang.js';

const path = '/days.ics';

export interface DaysPageParts extends DaysFileParts {
  readonly holidays: ReadHolidays;
  readonly clock: Pick<Clock, 'today'>;
}

/** Answers GET and HEAD there, 405 to other methods, and passes on everything else. */
export function createDaysPage(parts: DaysPageParts): Middleware {
  const { holidays, clock } = parts;
  return async (ctx, next) => {
    if (ctx.path !== path) {
      await next();
      return;
    }
    ctx.state['route'] = path;
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      throw new DomainError('request.method');
    }
    const lang = readerLang(ctx);
    const file = daysFile(parts, lang, clock.today(), await holidays());
    ctx.set('Content-Disposition', 'inline; filename="days.ics"');
    answer(ctx, tagged('text/calendar; charset=utf-8', file));
  };
}
