/** Keys: pages say which they have, one place listens, and the list of keys shows them. */
import { shallowRef, type ShallowRef } from 'vue';

export interface KeyBinding {
  /** as `KeyboardEvent.key` has it */
  readonly key: string;
  /** what it does, in words of the language that is shown */
  readonly label: () => string;
  readonly run: () => void;
}

export interface Keys {
  readonly everywhere: Readonly<ShallowRef<readonly KeyBinding[]>>;
  readonly here: Readonly<ShallowRef<readonly KeyBinding[]>>;
  /** Binds for the whole desk, or for a page until the answer is called. */
  bind(where: 'everywhere' | 'here', bindings: readonly KeyBinding[]): () => void;
  /** True: the key was one, and its act has run. */
  press(press: KeyPress): boolean;
}

export interface KeyPress {
  readonly key: string;
  /** Control, Alt, Meta; or a word is being composed */
  readonly modified: boolean;
  /** where letters are written, or in a window on top of the page */
  readonly elsewhere: boolean;
}

export function createKeys(on: () => boolean): Keys {
  const everywhere = shallowRef<readonly KeyBinding[]>([]);
  const here = shallowRef<readonly KeyBinding[]>([]);
  return {
    everywhere,
    here,
    bind: (where, bindings) => {
      const list = where === 'here' ? here : everywhere;
      list.value = [...list.value, ...bindings];
      return () => {
        list.value = list.value.filter((binding) => !bindings.includes(binding));
      };
    },
    press: ({ key, modified, elsewhere }) => {
      if (!on() || modified || elsewhere) return false;
      const binding = [...here.value, ...everywhere.value].find((one) => one.key === key);
      binding?.run();
      return binding !== undefined;
    },
  };
}
