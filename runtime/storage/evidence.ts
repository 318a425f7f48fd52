/** Where sealed files lie: a folder, or a bucket. */
import type { EvidenceStore } from '../../domain/evidence/ports.js';
import type { Clock, Random } from '../../domain/ports.js';
import { createEvidenceFiles } from '../../models/evidence-files.store.js';
import { createEvidenceS3 } from '../../models/evidence-s3.store.js';
import { createS3Bucket } from '../../models/s3-bucket.js';
import { createClock } from '../clock.js';
import type { Config } from '../settings/configuration.js';
import type { DataFolder } from './data-folder.js';

/** The folder of the sealed files; null: they are in a bucket. */
export const evidenceFolder = (config: Config, data: DataFolder): string | null =>
  config.evidenceBucket === null ? (config.evidenceDir ?? data.evidence) : null;

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** The store of the sealed files. A bucket is asked with the time as it is, whatever time `clock` was told. */
export function openEvidence(
  config: Config,
  data: DataFolder,
  parts: { readonly clock: Clock; readonly random: Random },
): EvidenceStore {
  const { evidenceBucket, zone } = config;
  if (evidenceBucket === null)
    return createEvidenceFiles({ folder: config.evidenceDir ?? data.evidence, ...parts });
  const bucket = createS3Bucket(evidenceBucket, { clock: createClock(zone), wait });
  return createEvidenceS3({ bucket, ...parts });
}
