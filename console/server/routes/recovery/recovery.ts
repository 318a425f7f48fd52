/** A new passphrase and second factor for who has the recovery code. */
import type { Context } from 'koa';
import type { StaffCases } from '../../../../domain/staff/staff-cases.js';
import { endpoint } from '../../../../http/endpoint.js';
import type { SessionCookie } from '../../middleware/session.js';
import { secretBytes } from '../fields.js';
import type { RouteTable } from '../route.js';
import { begin } from '../session/session.js';
import { RecoveryBody } from './recovery.dto.js';

export function recoveryRoutes(
  { recoverAccount }: StaffCases,
  cookie: SessionCookie,
  network: (ctx: Context) => string,
): RouteTable {
  return [
    {
      ...{ method: 'POST', path: '/api/recovery', act: 'open' },
      handle: endpoint(RecoveryBody, async (body, ctx) => {
        const { name, totpSecret, code } = body;
        const recovery = secretBytes(body.recovery);
        const made = { auth: secretBytes(body.auth), recovery: secretBytes(body.nextRecovery) };
        const credentials = { ...made, totpSecret, code };
        begin(ctx, cookie, await recoverAccount({ name, recovery, credentials, network: network(ctx) }));
      }),
    },
  ];
}
