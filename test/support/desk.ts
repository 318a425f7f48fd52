/** The other side, for proofs: everything that is stored, opened with a demo's keys. */
import { createListReports } from '../../domain/reports/list-reports.js';
import { createOpenReport, type OpenedReport } from '../../domain/reports/open-report.js';
import { readConfig } from '../../runtime/settings/config.js';
import { openCore } from '../../runtime/compose.js';
import { deskKeys, readDemoKeys } from '../../runtime/keys/line-keys.js';
import { createLog } from '../../runtime/log/log.js';
import { createDeskVault } from '../../vault/node/create-desk-vault.js';

/** Every report of a data folder, opened. Works beside running lines. */
export async function openEverything(dataDir: string): Promise<readonly OpenedReport[]> {
  const read = readConfig({ DATA_DIR: dataDir });
  if ('mistakes' in read) throw new Error('the settings are wrong');
  const core = await openCore(read.config, createLog('error'));
  const { reports, keyring } = core.storage;
  const ports = { reports, keyring, vault: core.vault, desk: createDeskVault(), clock: core.clock };
  const paper = readDemoKeys(core.data);
  if (paper === null || core.line === null) throw new Error('the demo keys are not there');
  const keys = deskKeys(paper, core.line);
  const all: OpenedReport[] = [];
  for await (const { caseNumber } of createListReports(ports)()) {
    const report = await createOpenReport(ports)(caseNumber, keys);
    if (report !== null) all.push(report);
  }
  await core.close();
  return all;
}

/** All that a report's items say, as one text. */
export function textOfReport(report: OpenedReport): string {
  return report.items
    .map(({ bytes, reply }) => reply?.text ?? (bytes === null ? '(sealed)' : new TextDecoder().decode(bytes)))
    .join('\n');
}

/** How often a token stands in a text; `p1r1-a` is not found inside `p1r11-a`, for tokens end with their part's name. */
export const timesIn = (text: string, token: string): number =>
  text.split(new RegExp(`(?<![\\w])${token}(?![\\w])`)).length - 1;
