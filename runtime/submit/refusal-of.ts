/** What went wrong when a report was submitted, as one sentence with its remedy. */
import { ApiError, FileChanged, FilesUnfinished, NoConnection } from '../../miniprogram-api/client/errors.js';
import { Refusal } from '../exit.js';

const sentences: Readonly<Record<string, readonly [sentence: string, remedy: string]>> = {
  'report.not_taken_here': [
    'This line takes no reports yet: nobody could read one.',
    'Run `npm run keys -- init` there first.',
  ],
  'keyring.untrusted': ['The line shows other keys than before.', 'Do not send anything; ask who runs it.'],
  'report.too_large': ['The report is larger than the line takes.', 'Shorten it.'],
  'evidence.too_large': ['A file is larger than the line takes.', 'Send a smaller one.'],
  'evidence.too_many': ['There are more files than the line takes.', 'Send fewer.'],
  'limit.reports': [
    'This network has sent as many reports today as one may.',
    'Try again tomorrow, or telephone.',
  ],
  'limit.requests': ['This network has asked too often.', 'Try again in an hour.'],
};

/** The refusal to print. Nothing of the report is in it. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof NoConnection)
    return new Refusal(
      'No line answers at this address.',
      'Check --url and that the line runs, and try again.',
    );
  if (error instanceof FilesUnfinished)
    return new Refusal(
      'A file could not be uploaded, so nothing was sent.',
      'Check the files and try again.',
    );
  if (error instanceof FileChanged)
    return new Refusal('A file was changed while it was sent.', 'Try again once it rests.');
  if (error instanceof ApiError) {
    const known = sentences[error.code];
    return known
      ? new Refusal(...known)
      : new Refusal(`The line refused the report (${error.code}).`, 'docs/errors.md explains the code.');
  }
  return new Refusal('The report could not be sent.', 'Try again; if it fails again, please report it.');
}
