/** `GET /line`: who runs it, how else to report, and to whom a device seals. */
import { uploadBounds } from '../../../domain/evidence/upload-files.js';
import { bounds } from '../../../domain/reports/bounds.js';
import { operation, type Operation } from '../../operation.js';
import { LineAnswer } from './line.presenter.js';

/** All of the answer that does not change while the line runs. */
export type FixedLine = Omit<LineAnswer, 'keyring' | 'today' | 'takesReports' | 'limits'>;

export interface LineParts {
  readonly fixed: FixedLine;
  /** the keyring as JSON values */
  readonly keyring: () => Promise<readonly object[]>;
  readonly today: () => string;
  readonly takesReports: () => Promise<boolean>;
  /** bytes of a file in each part */
  readonly partBytes: number;
}

export function lineOperations(parts: LineParts): readonly Operation[] {
  const { files, fileBytes } = uploadBounds;
  const { reportBytes, reportItems, additionBytes } = bounds;
  const limits = { reportBytes, reportItems, additionBytes, files, fileBytes, partBytes: parts.partBytes };
  return [
    operation({
      ...{ method: 'GET', path: '/line', id: 'readLine', tag: 'Line', actor: 'anyone' },
      summary: 'Who runs the line, how else to report, and the signed keys to which a device seals.',
      answer: { status: 200, shape: LineAnswer },
      errors: ['storage.unavailable'],
      example: {},
      handle: async (): Promise<LineAnswer> => ({
        ...parts.fixed,
        keyring: await parts.keyring(),
        today: parts.today(),
        takesReports: await parts.takesReports(),
        limits,
      }),
    }),
  ];
}
