/** Reads the configuration. The only file of the line that looks at the environment of the process. */
import { checkTogether, type Mistake } from './config-rules.js';
import { toConfig, type Config } from './configuration.js';
import { names, settings, type Name, type Values } from './settings.js';

export type { Mistake } from './config-rules.js';
export type { Config } from './configuration.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process. */
export function environment(): Environment {
  return process.env;
}

/** Reads and checks every setting: a configuration, or all the mistakes at once. A blank setting is not set. */
export function readConfig(env: Environment): { config: Config } | { mistakes: readonly Mistake[] } {
  const texts = Object.entries(env).map(([name, text]) => [name, text?.trim() ?? ''] as const);
  const given = new Map(texts.filter(([, text]) => text !== ''));
  const values: Partial<Record<Name, unknown>> = {};
  const mistakes: Mistake[] = [];
  for (const name of names) {
    const text = given.get(name);
    if (text === undefined) continue;
    const { want, read } = settings[name];
    values[name] = read(text);
    if (values[name] === undefined) mistakes.push({ name, wrong: `is not ${want}`, remedy: 'Correct it.' });
  }
  const found = { values: values as Values, given: new Set(given.keys()) }; // each value is its own rule's
  const config = toConfig(found.values, found.given);
  mistakes.push(...checkTogether({ ...found, config }));
  return mistakes.length === 0 ? { config } : { mistakes };
}

/** The mistakes as an operator reads them: one line each, without any value. */
export function describeMistakes(mistakes: readonly Mistake[]): string {
  const head = mistakes.length === 1 ? 'One setting is wrong:' : `${mistakes.length} settings are wrong:`;
  return [head, ...mistakes.map(({ name, wrong, remedy }) => `  ${name} ${wrong}. ${remedy}`)].join('\n');
}
