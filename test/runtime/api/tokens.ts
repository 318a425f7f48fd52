/** Tokens of every actor of the API, on a line that runs. */
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../../miniprogram-api/operation.js';
import { reportExample } from '../../../miniprogram-api/routes/reports/examples.js';
import { openReportApi } from '../../../runtime/api/open-reports.js';
import { toBase64url } from '../../../vault/bytes.js';
import { hash } from '../../../vault/kdf.js';
import type { ApiLine } from './api-line.js';

/** Somebody whom the platform calls so; no code of a login is needed. */
export const someOpenid = 'oPersonOfTheTests0000000001';

export function tokensOn(line: ApiLine) {
  const device = openReportApi(line.core);
  const draw = (bytes: number): string => randomBytes(bytes).toString('hex');

  /** A ticket that was used for nothing yet. */
  const ticket = async (): Promise<string> => (await device.tickets.forLogin()).ticket;

  /** A report of its own id and receipt, as a device would send it: sealed to nobody, right in its form. */
  function intake() {
    const proof = randomBytes(32);
    const body = {
      ...reportExample,
      ...{ reportId: draw(16), proofHash: toBase64url(hash(line.core.sodium, proof)) },
      items: reportExample.items.map((item) => ({ ...item, id: draw(16) })),
    };
    return { body, proof: toBase64url(proof) };
  }

  /** Sends one and opens it with its receipt. */
  async function report(): Promise<{
    readonly token: string;
    readonly reportId: string;
    readonly proof: string;
  }> {
    const { body, proof } = intake();
    const sent = await line.ask('POST', '/reports', { body, token: await ticket() });
    if (sent.status !== 201) throw new Error(`the report was refused: ${JSON.stringify(sent.body)}`);
    const opened = await line.ask('POST', '/reports/open', { body: { proof } });
    return { token: String(opened.body['token']), reportId: body.reportId, proof };
  }

  return {
    device,
    ticket,
    intake,
    report,
    session: (openid = someOpenid): string => device.sessionFor(openid).token,
    /** A token of that actor that is good for its first use. */
    async of(actor: Actor): Promise<string | null> {
      if (actor === 'anyone') return null;
      if (actor === 'session') return device.sessionFor(someOpenid).token;
      return actor === 'report' ? (await report()).token : ticket();
    },
  };
}
