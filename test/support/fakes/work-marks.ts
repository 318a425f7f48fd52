import { noWorkMark, type WorkMarks } from '../../../domain/alerts/ports.js';

/** What was told of work, in memory. */
export function memoryWorkMarks(): WorkMarks {
  let mark = noWorkMark;
  return {
    read: async () => mark,
    async write(next) {
      if (next.revision !== mark.revision + 1) return false;
      mark = next;
      return true;
    },
  };
}
