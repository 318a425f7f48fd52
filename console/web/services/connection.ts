/**
 * Whether the server is there, and whether it has a newer page than this one: the page is never cached, so that the first
 * version an answer names is this page's own.
 */
import { readonly, ref, type Ref } from 'vue';

export interface Connection {
  readonly offline: Readonly<Ref<boolean>>;
  readonly newer: Readonly<Ref<boolean>>;
  /** An answer came (true), or none could be had (false). */
  connected(yes: boolean): void;
  /** The version that an answer named; null: none. */
  heardVersion(version: string | null): void;
  /** A part of this page is not there any more: it was replaced by a newer one. */
  partMissing(): void;
}

export function createConnection(): Connection {
  const offline = ref(false);
  const newer = ref(false);
  let own: string | null = null;
  return {
    offline: readonly(offline),
    newer: readonly(newer),
    connected: (yes) => {
      offline.value = !yes;
    },
    heardVersion: (version) => {
      own ??= version;
      if (version !== null && version !== own) newer.value = true;
    },
    partMissing: () => {
      newer.value = true;
    },
  };
}
