import { expect, test } from '@jest/globals';
import { blobOf, createUploads, isPicture } from '../../../../../console/web/editor/schema/uploads.js';

test('a picture goes up under a name, fails, and goes up again', async () => {
  const answers = [Promise.reject(new Error('no')), Promise.resolve({ id: 'x' })];
  const uploads = createUploads((_, progress) => {
    progress(0.5);
    return answers.shift() ?? Promise.resolve({ id: 'y' });
  });
  const name = uploads.add(new Blob(['a'], { type: 'image/png' }));
  expect(uploads.all.value.get(name)).toEqual({ kind: 'going', share: 0.5 });
  await Promise.resolve().then(() => Promise.resolve());
  expect(uploads.all.value.get(name)?.kind).toBe('failed');
  uploads.again(name);
  await Promise.resolve().then(() => Promise.resolve());
  expect(uploads.all.value.get(name)).toEqual({ kind: 'done', id: 'x' });
  uploads.again(name);
  expect(uploads.all.value.get(name)?.kind).toBe('done');
});

test('a picture within a text is read from its address', () => {
  expect(blobOf('data:image/jpg;base64,AAEC')).toMatchObject({ type: 'image/jpeg', size: 3 });
  expect(blobOf('data:text/html;base64,AAEC')).toBeNull();
  expect(blobOf('data:image/png;base64,%%')).toBeNull();
  expect([isPicture({ type: 'image/webp' }), isPicture({ type: 'image/svg+xml' })]).toEqual([true, false]);
});
