import type { RecordAct } from '../audit/record-act.js';
import type { Clock } from '../ports.js';
import type { Pictures, RenderPicture } from './ports.js';

export interface UploadedPicture {
  readonly id: string;
  /** of the size that is shown on the web */
  readonly width: number;
  readonly height: number;
}

export type UploadPicture = (who: string, bytes: Uint8Array) => Promise<UploadedPicture>;

/**
 * Keeps a picture in the sizes that are needed, without what the file tells about itself. The same picture again is the
 * same id. @throws DomainError picture.not_one, picture.too_large, storage.unavailable
 */
export function createUploadPicture(ports: {
  pictures: Pictures;
  renderPicture: RenderPicture;
  /** 32 hex digits made of the bytes */
  pictureId: (bytes: Uint8Array) => string;
  clock: Clock;
  record: RecordAct;
}): UploadPicture {
  const { pictures, renderPicture, pictureId, clock, record } = ports;
  return async (who, bytes) => {
    const id = pictureId(bytes);
    const there = await pictures.get(id, 'web');
    if (there !== null) return { id, width: there.width, height: there.height };
    const renditions = await renderPicture(bytes);
    await record({ who, act: 'picture.upload', object: `picture:${id}` });
    await pictures.add({ id, uploadedBy: who, day: clock.today(), renditions });
    const web = renditions.find(({ name }) => name === 'web');
    return { id, width: web?.width ?? 0, height: web?.height ?? 0 };
  };
}
