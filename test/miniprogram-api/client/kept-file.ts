/** What the pretended API keeps of a report's file. */
import { fromBase64url } from '../../../vault/bytes.js';
import { openPart } from '../../../vault/evidence.js';
import type { apiServer } from '../../support/fakes/api-server.js';
import { openJson, type StoredReport } from '../../support/fakes/api-reports.js';
import { sodium } from '../../vault/support.js';

/** The file that the only report names, opened from what the line keeps. */
export function keptFile(server: ReturnType<typeof apiServer>): Uint8Array {
  const [report] = [...server.reports.byId.values()] as [StoredReport];
  const item = report.items.find(({ purpose }) => purpose === 'file');
  const facts = item && openJson(report, item);
  const [fileId = ''] = report.files;
  const key = fromBase64url(String(facts?.['key'])) ?? new Uint8Array(0);
  const parts = server.evidence.files.get(fileId)?.parts ?? new Map<number, Uint8Array>();
  return Buffer.concat(
    Array.from({ length: parts.size }, (_, n) => {
      const place = { reportId: report.reportId, fileId, n, total: parts.size };
      const part = openPart(sodium, key, place, parts.get(n) ?? key);
      if (part === null) throw new Error('a part does not open');
      return part;
    }),
  );
}
