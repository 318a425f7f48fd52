/** A YAML file with the line of every value, so that a mistake can be named by file and line. */
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';

export interface Mistake {
  readonly file: string;
  /** 1 is the first line */
  readonly line: number;
  readonly what: string;
}

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** The line of the value at this path, or of the nearest thing above it. */
  line(path: readonly (string | number)[]): number;
}

/** Reads a file; what cannot be read or parsed is added to `mistakes` and reads as empty. */
export function readYaml(file: string, mistakes: Mistake[]): YamlFile {
  const counter = new LineCounter();
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    mistakes.push({ file, line: 1, what: 'the file cannot be read' });
  }
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  for (const error of doc.errors)
    mistakes.push({
      file,
      line: error.linePos?.[0].line ?? 1,
      what: error.message.split('\n')[0] ?? 'is not YAML',
    });
  return {
    file,
    value: doc.errors.length > 0 ? {} : (doc.toJS() as unknown),
    line(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = doc.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
        const start = node?.range?.[0];
        if (start !== undefined) return counter.linePos(start).line;
      }
      return 1;
    },
  };
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of strings; a plain number in YAML is a string here. */
export function strings(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const list = value as readonly unknown[];
  return list.every((item) => typeof item === 'string' || typeof item === 'number') ? list.map(String) : null;
}
