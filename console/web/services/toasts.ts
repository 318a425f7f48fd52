/** Short notices that go by themselves. Failures are no toasts: they stand where they happened. */
import { readonly, ref, type Ref } from 'vue';

export interface Toast {
  readonly id: number;
  readonly text: string;
}

export interface Toasts {
  readonly shown: Readonly<Ref<readonly Toast[]>>;
  show(text: string): void;
  close(id: number): void;
}

const most = 3;
const readMs = 6000;

export function createToasts(later: (act: () => void, ms: number) => void): Toasts {
  const shown = ref<readonly Toast[]>([]);
  let last = 0;
  const close = (id: number): void => {
    shown.value = shown.value.filter((toast) => toast.id !== id);
  };
  return {
    shown: readonly(shown),
    close,
    show: (text) => {
      last += 1;
      const id = last;
      shown.value = [...shown.value, { id, text }].slice(-most);
      later(
        () => {
          close(id);
        },
        readMs + 60 * text.length,
      );
    },
  };
}
