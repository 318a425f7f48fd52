/** Reading values out of YAML by path, noting by file and line what has not the shape it should have. */
import type { InLangs } from './profile.js';
import { isFields, strings, type Fields, type Mistake, type YamlFile } from './yaml-file.js';

export type Path = readonly (string | number)[];

/** Reads values by path and notes what has not the shape it should have. */
export class Shape {
  constructor(private readonly mistakes: Mistake[]) {}
  mistake(file: YamlFile, path: Path, what: string): void {
    const name = path.length === 0 ? '' : `${path.join('.')} `;
    this.mistakes.push({ file: file.file, line: file.line(path), what: `${name}${what}` });
  }
  at(file: YamlFile, path: Path): unknown {
    return path.reduce<unknown>(
      (value, key) => (value as Fields | undefined | null)?.[key as string],
      file.value,
    );
  }
  fields(file: YamlFile, path: Path): Fields {
    const value = this.at(file, path);
    if (isFields(value)) return value;
    this.mistake(file, path, 'must be a map');
    return {};
  }
  text(file: YamlFile, path: Path): string {
    const value = this.at(file, path);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    this.mistake(file, path, 'must be a text');
    return '';
  }
  count(file: YamlFile, path: Path): number {
    const value = this.at(file, path);
    if (Number.isInteger(value) && Number(value) > 0) return Number(value);
    this.mistake(file, path, 'must be a whole number above 0');
    return 1;
  }
  flag(file: YamlFile, path: Path): boolean {
    const value = this.at(file, path);
    if (typeof value !== 'boolean') this.mistake(file, path, 'must be true or false');
    return value === true;
  }
  list(file: YamlFile, path: Path): readonly string[] {
    const list = strings(this.at(file, path) ?? []);
    if (list === null) this.mistake(file, path, 'must be a list of texts');
    return list ?? [];
  }
  inLangs(file: YamlFile, path: Path): InLangs {
    return { zh: this.text(file, [...path, 'zh']), en: this.text(file, [...path, 'en']) };
  }
}
