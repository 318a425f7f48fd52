/** Notices that somebody pulls at an article that does not move, so that it can be said why. */

/** Pixels: less is a click. */
const pull = 8;

export interface DragAttempts {
  readonly down: (event: PointerEvent) => void;
  readonly moved: (event: PointerEvent) => void;
  readonly up: () => void;
}

/** `tried` gets what stands in `data-key` of the article. A finger scrolls: only a mouse or a pen pulls. */
export function useDragAttempts(tried: (key: string) => void): DragAttempts {
  let from: { readonly key: string; readonly x: number; readonly y: number } | null = null;
  return {
    down: ({ target, pointerType, clientX: x, clientY: y }) => {
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
      const key = element?.dataset['key'];
      from = key === undefined || pointerType === 'touch' ? null : { key, x, y };
    },
    moved: ({ clientX, clientY }) => {
      if (from === null || Math.hypot(clientX - from.x, clientY - from.y) < pull) return;
      const { key } = from;
      from = null;
      tried(key);
    },
    up: () => {
      from = null;
    },
  };
}
