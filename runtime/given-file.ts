import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from './exit.js';

/** The path of a file that was named on the command line. @throws Refusal where no such file is */
export function givenFile(name: string): string {
  const path = resolve(name);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
  throw new Refusal('There is no such file.', 'Check its path.');
}
