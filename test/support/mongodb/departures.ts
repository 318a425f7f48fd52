/**
 * Where an answer may differ from ours, and why; what is not here is a fault. Each rule says the very answer that the
 * judge gives instead; what a judge is not asked at all is in unjudged.ts.
 */
import { asked, type Asked } from './asked.js';
import { isMulti, type Difference } from './compare.js';
import type { JudgeName } from './judges.js';
import { isPlain } from './values.js';

interface Rule {
  /** whose departure it is; anybody's where it is not said */
  readonly judge?: JudgeName;
  readonly why: string;
  readonly applies: (difference: Difference, asked: Asked) => boolean;
}

/** The codes that an answer failed with, each with the place of its statement, `*` for the whole command. */
function failures(answer: string): string[] {
  if (answer.startsWith('error ')) return [`*: ${answer.slice('error '.length)}`];
  const written = /"errors":(\[[^\]]*\])/.exec(answer)?.[1];
  return written === undefined ? [] : (JSON.parse(written) as string[]);
}
const codesOf = (answer: string): string =>
  failures(answer)
    .map((each) => each.replace(/.*: /, ''))
    .join();
const uses = ({ modifiers }: Asked, ...operators: string[]): boolean =>
  modifiers.flat().some(({ operator }) => operators.includes(operator));

/** The answer with the fields of every document in the order of their names. */
function unordered(answer: string): string {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (!isPlain(value)) return value;
    const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted.map(([name, inner]) => [name, named(inner)]));
  };
  return answer
    .split('\n')
    .map((line) =>
      line.startsWith('{') ? JSON.stringify(named(JSON.parse(line.replace(/\} \d+$/, '}')))) : line,
    )
    .join('\n');
}
const sameUnordered = ({ ours, theirs }: Difference): boolean => unordered(ours) === unordered(theirs);

interface Counts {
  readonly n: { readonly $numberInt: string };
  readonly errors: readonly string[];
}

const ferret = (why: string, applies: Rule['applies']): Rule => ({ judge: 'ferretdb', why, applies });
const java = (why: string, applies: Rule['applies']): Rule => ({ judge: 'mongo-java-server', why, applies });

const rules: readonly Rule[] = [
  {
    why: 'an update of many that fails tells the error of the first document it meets, and their order is nobody’s promise',
    applies: ({ ours, theirs }, { command }) =>
      isMulti(command) &&
      codesOf(ours) !== '' &&
      ours.replace(codesOf(ours), '') === theirs.replace(codesOf(theirs), ''),
  },
  ferret('does not support it and says so (code 238)', ({ theirs }) => theirs === 'error 238'),
  ferret(
    'answers a duplicate key of an update as an internal error (code 1)',
    ({ ours, theirs }) => codesOf(ours) === '11000' && theirs === 'error 1',
  ),
  java(
    'says 10141 of $addToSet to what is no array (code 2)',
    (difference, seen) =>
      uses(seen, '$addToSet') && difference.ours === difference.theirs.replaceAll('10141', '2'),
  ),
  java('tells the other of two modifiers that fail (codes 2 and 14)', ({ ours, theirs }, { modifiers }) => {
    const alike = (answer: string): string => answer.replaceAll(/\b(14|10141)\b(?="|$)/g, '2');
    return modifiers.some(({ length }) => length > 1) && alike(ours) === alike(theirs);
  }),
  java('counts documents as inserted that it refused', ({ ours, theirs }, { verb }) => {
    if (verb !== 'insert' || !ours.startsWith('{"n"')) return false;
    const [mine, other] = [JSON.parse(ours) as Counts, JSON.parse(theirs) as Counts];
    return (
      String(mine.errors) === String(other.errors) &&
      Number(mine.n.$numberInt) + mine.errors.length === Number(other.n.$numberInt)
    );
  }),
  java(
    'a projection puts the fields in its own order, not the document’s',
    (difference, { verb }) =>
      verb === 'find' &&
      difference.operation.command['projection'] !== undefined &&
      sameUnordered(difference),
  ),
  java(
    'keeps another order of fields in a changed document',
    (difference, { verb }) => ['update', 'findAndModify'].includes(verb) && sameUnordered(difference),
  ),
];

/** Why a difference is none of ours, or undefined. */
export function explanation(difference: Difference): string | undefined {
  const seen = asked(difference.operation.command, difference.before);
  return rules.find(
    ({ judge, applies }) => (judge ?? difference.party) === difference.party && applies(difference, seen),
  )?.why;
}
