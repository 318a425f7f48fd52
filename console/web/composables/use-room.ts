import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** `wide`: two languages and a phone · `middle`: text and phone · `narrow`: one of them */
export type Room = 'wide' | 'middle' | 'narrow';

/** How much room there is for the editor. */
export function useRoom(): Readonly<Ref<Room>> {
  const wide = matchMedia('(width >= 1200px)');
  const middle = matchMedia('(width >= 1000px)');
  const now = (): Room => (wide.matches ? 'wide' : middle.matches ? 'middle' : 'narrow');
  const room = ref<Room>(now());
  const follow = (): void => {
    room.value = now();
  };
  for (const query of [wide, middle]) query.addEventListener('change', follow);
  onScopeDispose(() => {
    for (const query of [wide, middle]) query.removeEventListener('change', follow);
  });
  return readonly(room);
}
