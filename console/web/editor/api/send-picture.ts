/** A picture on its way up, with how far it has come: `fetch` does not tell. */
import { ApiError, isRefusal, OfflineError } from '../../api/api-error.js';
import type { UploadedPicture } from '../../api/article-types.js';

export interface PictureSending {
  /** `share`: 0 to 1 */
  readonly progress: (share: number) => void;
  /** Resolves when somebody is signed in again; null: nobody was. */
  readonly sessionOver: () => Promise<void> | null;
}

/** @throws ApiError picture.not_one, picture.too_large; OfflineError */
export async function sendPicture(picture: Blob, sending: PictureSending): Promise<UploadedPicture> {
  try {
    return await send(picture, sending.progress);
  } catch (error) {
    const back = isRefusal(error, 'session.required') ? sending.sessionOver() : null;
    if (back === null) throw error;
    await back;
    return send(picture, sending.progress);
  }
}

function send(picture: Blob, progress: (share: number) => void): Promise<UploadedPicture> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/pictures');
    request.setRequestHeader('Content-Type', picture.type);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) progress(loaded / total);
    });
    request.addEventListener('load', () => {
      const answer: unknown = request.response;
      if (request.status === 201 && isUploaded(answer)) resolve(answer);
      else reject(refusal(request.status, answer));
    });
    for (const event of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(event, () => {
        reject(new OfflineError());
      });
    request.send(picture);
  });
}

const isUploaded = (answer: unknown): answer is UploadedPicture =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';

function refusal(status: number, answer: unknown): Error {
  const code =
    typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string'
      ? answer.code
      : null;
  if (code === null)
    return status >= 502 && status <= 504 ? new OfflineError() : apiError(status, 'internal.unexpected');
  return apiError(status, code);
}

const apiError = (status: number, code: string): ApiError => new ApiError(status, code, {}, null, null);
