/**
 * Where the parties may differ, and why; what is not here is a fault. A judge whose difference the other judge does not
 * share while it says what ours says is outvoted; what both judges say against ours needs a rule with its source.
 */
import { EJSON, type Document } from 'bson';
import type { Difference } from './compare.js';

const plainScan = 'ours without indexes';

interface Rule {
  /** whose departure it is; both judges' where it is not said */
  readonly judge?: string;
  readonly why: string;
  readonly applies: (seen: Seen) => boolean;
}

/** A difference as the rules look at it. */
interface Seen {
  readonly verb: string;
  /** the command as text */
  readonly command: string;
  readonly before: readonly Document[];
  readonly ours: string;
  readonly theirs: string;
  /** the same lines, or the same fields of each, in another order */
  readonly reordered: boolean;
  /** both failed, with different codes */
  readonly codes: boolean;
}

const arrayAt = (before: readonly Document[], field: string): boolean =>
  before.some((doc) => Array.isArray(doc[field]));
const throughArrays = ({ command, before }: Seen): boolean =>
  /"c\.[xy]"/.test(command) && arrayAt(before, 'c');
const hasErrors = (answer: string): boolean => answer.startsWith('error') || /"errors":\["/.test(answer);

const java = 'mongo-java-server';
const rules: readonly Rule[] = [
  // both judges against ours: what the rule names decides
  {
    why: 'null under a dotted path does not match an array without documents (MongoDB jstests/core/null2.js)',
    applies: (seen) =>
      throughArrays(seen) && /null|\$not|\$ne|\$nin|\$nor|\$in|\$all|\$exists|\$lte|\$gte/.test(seen.command),
  },
  {
    why: 'a sort by two arrays side by side is refused (manual: "Sort by multiple array fields")',
    applies: ({ ours }) => ours === 'error 171',
  },
  {
    why: 'an empty array sorts before null, and under a dotted path as null (MongoDB btree_key_generator.cpp)',
    applies: ({ command, before }) => /"sort"|\$sort/.test(command) && before.some(holdsEmptyArray),
  },
  {
    why: 'an upsert sets what $all says of one value, and refuses two (code 54; MongoDB path_support.cpp)',
    applies: ({ command }) => /"\$all"/.test(command) && /"upsert":true/.test(command),
  },
  {
    why: 'an upsert sets what $in says of one value, which MongoDB’s optimizer makes an equality (expression_leaf.cpp)',
    applies: ({ command }) => /"\$in":\[[^,\]]*\]/.test(command) && /"upsert":true/.test(command),
  },
  // what one judge has not or has otherwise
  {
    judge: 'ferretdb',
    why: 'knows no NaN and closes the connection',
    applies: ({ theirs }) => theirs === 'error -1',
  },
  {
    judge: 'ferretdb',
    why: '$elemMatch takes operators only',
    applies: ({ command, theirs }) => /"\$elemMatch":\{"x"/.test(command) && / 2"|error 2$/.test(theirs),
  },
  {
    judge: 'ferretdb',
    why: 'keeps no array inside an array',
    applies: ({ command, theirs }) =>
      / 2"|error 2$/.test(theirs) && /\$push|\$addToSet|\$each/.test(command) && /\[/.test(command),
  },
  {
    judge: 'ferretdb',
    why: 'numbers the upserts of a batch among themselves',
    applies: ({ command, ours, theirs }) =>
      /"ordered":false/.test(command) && /"upserted":\[\[/.test(ours) && /"upserted":\[\[/.test(theirs),
  },
  {
    judge: 'ferretdb',
    why: 'sorts by a dotted path without looking into arrays (manual: "Sort by array fields")',
    applies: (seen) => throughArrays(seen) && /"sort"/.test(seen.command),
  },
  {
    judge: 'ferretdb',
    why: '$setOnInsert of null sets nothing',
    applies: ({ command }) => /"\$setOnInsert":\{"[^"]+":null/.test(command),
  },
  {
    judge: 'ferretdb',
    why: 'a failed statement has another code',
    applies: ({ codes }) => codes,
  },
  {
    judge: java,
    why: 'counts documents as inserted that were refused',
    applies: ({ verb, theirs }) => verb === 'insert' && /11000/.test(theirs),
  },
  { judge: java, why: 'has no $count in a group', applies: ({ theirs }) => theirs === 'error 15952' },
  { judge: java, why: 'a failed statement has another code or count', applies: ({ codes }) => codes },
  {
    judge: java,
    why: 'puts NaN above all numbers and finds it by ranges (manual: NaN is below all and in no range)',
    applies: ({ command, before }) => /NaN/.test(command + EJSON.stringify(before)),
  },
  {
    judge: java,
    why: '$all tells number types apart (manual: "Numeric types are converted before comparison")',
    applies: ({ command }) => /"\$all":\[[^\]]*\$number/.test(command),
  },
  {
    judge: java,
    why: 'finds null by no range (manual: $gte and $lte of null match null)',
    applies: ({ command }) => /"\$[gl]te":null/.test(command),
  },
  {
    judge: java,
    why: 'takes a comparison with an empty object for one with any (manual: equality is of the whole document)',
    applies: ({ command }) => /\{\}/.test(command),
  },
  {
    judge: java,
    why: 'gives null, not an array, for a field path through an array (manual: "Field Paths")',
    applies: ({ verb, command, before }) =>
      verb === 'aggregate' && /"\$c\.x"/.test(command) && arrayAt(before, 'c'),
  },
  {
    judge: java,
    why: 'has a fault of its own and answers without a code',
    applies: ({ theirs }) => theirs === 'error undefined',
  },
  {
    judge: java,
    why: 'a projection puts the fields in its own order, not the document’s',
    applies: ({ verb, reordered, command }) =>
      reordered && verb === 'find' && /"projection":\{"/.test(command),
  },
  {
    judge: java,
    why: 'takes null for a missing field in $push, $addToSet and $inc (manual: the field must be an array, or a number)',
    applies: ({ ours, theirs, before }) =>
      / (2|14)"|error (2|14)$/.test(ours) && !hasErrors(theirs) && /null/.test(EJSON.stringify(before)),
  },
  {
    judge: java,
    why: 'does not see that two modifiers of one path conflict (code 40)',
    applies: ({ ours }) => / 40"|error 40$/.test(ours),
  },
  {
    judge: java,
    why: 'keeps another order of fields in a changed document',
    applies: ({ verb, reordered }) => reordered && (verb === 'update' || verb === 'findAndModify'),
  },
];

const holdsEmptyArray = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length === 0 || value.some(holdsEmptyArray)
    : typeof value === 'object' &&
      value !== null &&
      !('_bsontype' in value) &&
      Object.values(value).some(holdsEmptyArray);

/** Why a difference is none of ours, or undefined. */
export function explanation({
  party,
  operation,
  before,
  ours,
  theirs,
  answers,
}: Difference): string | undefined {
  if (party === plainScan) {
    const parallel = / 171"/.test(ours) || ours === 'error 171';
    return parallel ? 'only an index refuses two arrays side by side (code 171)' : undefined;
  }
  if (theirs === 'error 238') return 'does not support it (238)';
  const judges = [...answers].filter(([name]) => name !== 'ours' && name !== plainScan && name !== party);
  if (judges.some(([, answer]) => answer === ours)) return 'outvoted: the other judge says what ours says';
  const [verb = ''] = Object.keys(operation.command);
  const letters = (text: string): string => Array.from(text).sort().join('');
  const seen: Seen = {
    verb,
    command: EJSON.stringify(operation.command, { relaxed: false }),
    before,
    ours,
    theirs,
    reordered: letters(ours) === letters(theirs),
    codes: hasErrors(ours) && hasErrors(theirs),
  };
  const alone = judges.every(([, answer]) => answer !== theirs);
  return rules.find(
    ({ judge, applies }) => (judge === undefined || (alone && judge === party)) && applies(seen),
  )?.why;
}
