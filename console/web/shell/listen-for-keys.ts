import type { Keys } from '../services/keys.js';

const writing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Hands every key press to the keys that are bound. Answers how to stop. */
export function listenForKeys(keys: Keys): () => void {
  const listen = (event: KeyboardEvent): void => {
    const { target } = event;
    const elsewhere =
      (target instanceof Element && target.closest(writing) !== null) ||
      document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]') !== null;
    const modified =
      event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented;
    if (keys.press({ key: event.key, modified, elsewhere })) event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => {
    document.removeEventListener('keydown', listen);
  };
}
