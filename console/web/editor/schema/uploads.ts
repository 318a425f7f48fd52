/** Pictures on their way up, each under a name that its place in the text carries until it has an id. */
import { shallowRef, type ShallowRef } from 'vue';

export type Upload =
  | { readonly kind: 'going'; readonly share: number }
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Uploads {
  /** by name */
  readonly all: Readonly<ShallowRef<ReadonlyMap<string, Upload>>>;
  /** Sends it; answers its name at once. */
  add(picture: Blob): string;
  again(name: string): void;
}

export function createUploads(
  send: (picture: Blob, progress: (share: number) => void) => Promise<{ readonly id: string }>,
): Uploads {
  const all = shallowRef<ReadonlyMap<string, Upload>>(new Map());
  const pictures = new Map<string, Blob>();
  let last = 0;
  const set = (name: string, upload: Upload): void => {
    all.value = new Map([...all.value, [name, upload]]);
  };
  async function run(name: string, picture: Blob): Promise<void> {
    set(name, { kind: 'going', share: 0 });
    try {
      const { id } = await send(picture, (share) => {
        set(name, { kind: 'going', share });
      });
      set(name, { kind: 'done', id });
      pictures.delete(name);
    } catch (error) {
      set(name, { kind: 'failed', error });
    }
  }
  return {
    all,
    add: (picture) => {
      last += 1;
      const name = `upload-${last}`;
      pictures.set(name, picture);
      void run(name, picture);
      return name;
    },
    again: (name) => {
      const picture = pictures.get(name);
      if (picture !== undefined) void run(name, picture);
    },
  };
}

const pictureTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

export const isPicture = ({ type }: Pick<Blob, 'type'>): boolean => pictureTypes.has(type);

/** The bytes behind a `data:` address; null: it is none that can be read. */
export function blobOf(address: string): Blob | null {
  const found = /^data:(image\/[a-z]+);base64,([\s\S]*)$/i.exec(address);
  if (found === null) return null;
  try {
    const bytes = Uint8Array.from(atob((found[2] ?? '').replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
    return new Blob([bytes], { type: (found[1] ?? '').toLowerCase().replace('image/jpg', 'image/jpeg') });
  } catch {
    return null;
  }
}
