/** The question for evidence. */
import { heading } from '../parts.js';
import { around, type Asking, type Field } from './field.js';
import { fileList, type FileListParts } from './file-list.js';

export function filesField(asking: Asking, parts: FileListParts): Field {
  const words = around(asking);
  const files = fileList({ ...parts, describedBy: words.describedBy });
  return {
    nodes: [heading(asking.heading), words.described, words.problem, ...files.nodes],
    target: files.target,
    read: () => ({ is: 'files', count: files.count() }),
    complain: (why) => {
      words.problem.textContent = why ?? '';
      words.problem.hidden = why === null;
    },
  };
}
