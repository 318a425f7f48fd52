import { parseArgs } from 'node:util';
import { Refusal } from '../exit.js';
import { timeIn } from './given-time.js';

export type JobOrder =
  | { readonly do: 'list'; readonly lang: 'zh' | 'en' }
  | { readonly do: 'run'; readonly name: string; readonly now: number | null; readonly dry: boolean }
  | { readonly do: 'release' };

const usage = 'npm run jobs -- list [--lang zh|en] | run NAME [--now TIME] [--dry-run] | release';
const unclear = (): Refusal => new Refusal('jobs did not understand that.', usage);

/** What is to be done; times are in the line's zone. @throws Refusal for words that are no order */
export function jobOrder(zone: string, args: readonly string[]): JobOrder {
  const { words, lang, now, dry } = read(args);
  const [command, name, ...more] = words;
  if (command === 'run' && name !== undefined && more.length === 0 && lang === undefined)
    return { do: 'run', name, now: now === undefined ? null : given(zone, now), dry };
  if (name !== undefined || now !== undefined || dry) throw unclear();
  if (command === 'list' && (lang === undefined || lang === 'zh' || lang === 'en'))
    return { do: 'list', lang: lang ?? 'en' };
  if (command === 'release' && lang === undefined) return { do: 'release' };
  throw unclear();
}

function given(zone: string, text: string): number {
  const time = timeIn(zone, text);
  if (time !== null) return time;
  throw new Refusal(
    'That is no time.',
    'Write it like 2027-04-15T08:00, in the line’s zone, or with Z or +08:00.',
  );
}

function read(args: readonly string[]) {
  try {
    const { positionals: words, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { lang: { type: 'string' }, now: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    });
    return { words, lang: values.lang, now: values.now, dry: values['dry-run'] === true };
  } catch {
    throw unclear(); // an option that is none
  }
}
