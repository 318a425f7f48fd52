import { describe, expect, test } from '@jest/globals';
import type { Picture, Pictures, Rendition } from '../../../domain/articles/ports.js';

export const someRendition = (changes: Partial<Rendition> = {}): Rendition => ({
  ...{ name: 'web', type: 'image/webp', width: 1080, height: 720 },
  bytes: Uint8Array.from({ length: 300 }, (_, i) => i % 256),
  ...changes,
});

/** A picture in three sizes. */
export const somePicture = (changes: Partial<Picture> = {}): Picture => ({
  id: 'c'.repeat(32),
  uploadedBy: 'ed',
  day: '2026-11-22',
  renditions: [
    someRendition(),
    someRendition({ name: 'small', width: 360, height: 240, bytes: Uint8Array.of(1, 2, 3) }),
    someRendition({ name: 'platform', type: 'image/png', bytes: Uint8Array.of(4) }),
  ],
  ...changes,
});

/** What every Pictures promises. `make` gives an empty one. */
export function describePicturesContract(name: string, make: () => Promise<Pictures>): void {
  describe(`${name}: pictures`, () => {
    test('each size comes back byte for byte, and what is not there is null', async () => {
      const pictures = await make();
      const picture = somePicture();
      await pictures.add(picture);
      for (const rendition of picture.renditions)
        expect(await pictures.get(picture.id, rendition.name)).toEqual(rendition);
      expect(await pictures.get(picture.id, 'cover')).toBeNull();
      expect(await pictures.get('d'.repeat(32), 'web')).toBeNull();
    });

    test('it is known whether there is one', async () => {
      const pictures = await make();
      await pictures.add(somePicture());
      expect([await pictures.has('c'.repeat(32)), await pictures.has('d'.repeat(32))]).toEqual([true, false]);
    });

    test('the same picture again, also at once, changes nothing', async () => {
      const pictures = await make();
      const picture = somePicture();
      await pictures.add(picture);
      const again = somePicture({ uploadedBy: 'vera', renditions: [someRendition({ width: 1 })] });
      await Promise.all([1, 2, 3].map(() => pictures.add(again)));
      expect(await pictures.get(picture.id, 'web')).toEqual(picture.renditions[0]);
      expect(await pictures.get(picture.id, 'small')).toEqual(picture.renditions[1]);
    });

    test('a picture of four sizes of a megabyte and a half each is kept', async () => {
      const pictures = await make();
      const bytes = Uint8Array.from({ length: 1_500_000 }, (_, i) => (i * 31) % 251);
      const names = ['web', 'small', 'platform', 'cover'] as const;
      await pictures.add(
        somePicture({ renditions: names.map((size) => someRendition({ name: size, bytes })) }),
      );
      const found = await pictures.get('c'.repeat(32), 'cover');
      expect(found?.bytes.length).toBe(bytes.length);
      expect(Buffer.compare(found?.bytes ?? Uint8Array.of(), bytes)).toBe(0);
    });

    test('nobody who gave or got bytes changes those that are kept', async () => {
      const pictures = await make();
      const given = Uint8Array.of(1, 2, 3);
      await pictures.add(somePicture({ renditions: [someRendition({ bytes: given })] }));
      given.fill(0);
      (await pictures.get('c'.repeat(32), 'web'))?.bytes.fill(0);
      expect((await pictures.get('c'.repeat(32), 'web'))?.bytes).toEqual(Uint8Array.of(1, 2, 3));
    });
  });
}
