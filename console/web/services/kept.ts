/** What this browser remembers between visits: little, and nothing that anybody wrote. */
export interface Kept {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** A browser may forbid its storage, or be out of room: then nothing is remembered, and everything else works. */
export function createKept(storage: () => KeyValue): Kept {
  return {
    read: (key) => {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        storage().setItem(key, value);
      } catch {
        // as above
      }
    },
  };
}
