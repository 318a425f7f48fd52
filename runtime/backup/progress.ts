/** How far long work is, on one line of a terminal; nothing where there is none. */
export interface ProgressLine {
  readonly show: (what: string, done: number, of?: number) => void;
  /** clears the line */
  readonly end: () => void;
}

const everyMs = 100;

export function createProgress(stream: NodeJS.WriteStream): ProgressLine {
  let last = -Infinity;
  return {
    show(what, done, of) {
      if (!stream.isTTY || performance.now() - last < everyMs) return;
      last = performance.now();
      stream.write(`\r\u001b[K${what}: ${String(done)}${of === undefined ? '' : ` of ${String(of)}`}`);
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
