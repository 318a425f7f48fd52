/** A line that runs, and what its tests of reports ask it. */
import { randomBytes } from 'node:crypto';
import { toBase64url } from '../../../../vault/bytes.js';
import { apiLine, type ApiAnswer } from '../../../runtime/api/api-line.js';
import { tokensOn } from '../../../runtime/api/tokens.js';

/** With a proxy in front, so that each X-Forwarded-For is a network of its own. */
export async function reportLine() {
  const line = await apiLine({ TRUST_PROXY: '1', LIMIT_REPORTS_DAY: '3', LIMIT_TRIES_HOUR: '10' });
  const tokens = tokensOn(line);
  let networks = 0;
  const elsewhere = (): { 'x-forwarded-for': string } => {
    networks += 1;
    return { 'x-forwarded-for': `10.${String(networks >> 8)}.${String(networks & 255)}.1` };
  };
  const ask = (method: string, path: string, token: string | null, body?: unknown): Promise<ApiAnswer> =>
    line.ask(method, path, { headers: elsewhere(), body, ...(token === null ? {} : { token }) });
  return {
    ...{ line, tokens, elsewhere, ask },
    /** A report that was sent, opened. */
    async opened() {
      const { body, proof } = tokens.intake();
      const sent = await ask('POST', '/reports', await tokens.ticket(), body);
      const { body: answer } = await ask('POST', '/reports/open', null, { proof });
      return { token: String(answer['token']), body, proof, sent, answer };
    },
    stored: (reportId: string) => line.core.storage.reports.byId(reportId),
  };
}
export type ReportLine = Awaited<ReturnType<typeof reportLine>>;

/** An answer's status, and its code or else its body. */
export const said = ({ status, body }: ApiAnswer): unknown[] => [status, body['code'] ?? body];
export const id = (): string => randomBytes(16).toString('hex');
/** Bytes that look sealed. */
export const box = (length: number, version = 1): string =>
  toBase64url(Uint8Array.from({ length }, (_, i) => (i === 0 ? version : (i * 7) % 251)));
