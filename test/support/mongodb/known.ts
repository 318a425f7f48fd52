/** Words for what an operation asks, in which unjudged.ts says what a judge does not know. */
import type { Document } from 'bson';
import type { Asked, Modifier, Predicate } from './asked.js';
import { uniqueField } from './documents.js';
import { at, holds, isPlain } from './values.js';

type When = (asked: Asked) => boolean;

/** Some test of the filter passes. */
export const test =
  (passes: (predicate: Predicate, asked: Asked) => boolean): When =>
  (asked) =>
    asked.predicates.some((predicate) => passes(predicate, asked));

/** Some modifier of an update passes. */
export const modifier =
  (passes: (modifier: Modifier, asked: Asked) => boolean): When =>
  (asked) =>
    asked.modifiers.flat().some((each) => passes(each, asked));

/** Two ends of a range stand on one path that some document `meets` so. */
export const twoEnds =
  (meets: (document: Document, path: string) => boolean): When =>
  ({ predicates, documents }) => {
    const ends = predicates.filter(({ operator }) => /^\$[gl]t/.test(operator)).map(({ path }) => path);
    return ends.some(
      (path, i) => ends.indexOf(path) < i && documents.some((document) => meets(document, path)),
    );
  };

/** What stands at a path before an update: in the documents, or in what an upsert begins with. */
export const standing = ({ documents, predicates }: Asked, path: string): readonly unknown[] => [
  ...documents.map((document) => at(document, path)),
  ...predicates.filter((each) => each.path === path && each.operator === '$eq').map(({ operand }) => operand),
];

/** Some document holds such a value under a key of the sort or the group. */
export const keyHolds =
  (passes: (value: unknown) => boolean): When =>
  ({ keys, documents }) =>
    documents.some((document) => keys.some((path) => holds(document[path.replace(/\..*/, '')], passes)));

/** A write where the field of the unique index has such a value, or may get it: $push and $addToSet make arrays. */
export const writesBeside =
  (passes: (value: unknown) => boolean): When =>
  ({ verb, command, before, modifiers }) =>
    !['find', 'count', 'aggregate'].includes(verb) &&
    (holds([command, before], (value) => isPlain(value) && holds(value[uniqueField], passes)) ||
      modifiers
        .flat()
        .some(
          ({ operator, path }) =>
            path === uniqueField && ['$push', '$addToSet'].includes(operator) && passes([undefined]),
        ));
