/** What an operation asks of a server, taken apart, so that a judge's known weakness can be told exactly. */
import type { Document } from 'bson';
import { isPlain, numberOf } from './values.js';

/** One test of one path in a filter. */
export interface Predicate {
  readonly path: string;
  /** `$eq` where the filter names a value alone */
  readonly operator: string;
  readonly operand: unknown;
}
/** One operator of an update on one path. */
export interface Modifier {
  readonly operator: string;
  readonly path: string;
  readonly operand: unknown;
}
export interface Asked {
  readonly verb: string;
  readonly command: Document;
  readonly predicates: readonly Predicate[];
  /** of each statement of the command */
  readonly modifiers: readonly (readonly Modifier[])[];
  readonly upserts: boolean;
  /** the paths that the command sorts or groups by */
  readonly keys: readonly string[];
  /** the documents that it may touch: those whose `_id`, a number, it names, or all */
  readonly documents: readonly Document[];
  /** all documents */
  readonly before: readonly Document[];
}

export function asked(command: Document, before: readonly Document[]): Asked {
  const [verb = ''] = Object.keys(command);
  const statements = (command['updates'] ?? command['deletes'] ?? [command]) as Document[];
  const pipeline = (command['pipeline'] ?? []) as Document[];
  const filters = [
    ...statements.map((each) => (each['q'] ?? each['query'] ?? each['filter']) as Document | undefined),
    ...pipeline.map((stage) => stage['$match'] as Document | undefined),
  ].filter((filter) => filter !== undefined);
  const updates = statements.map((each) => (each['u'] ?? each['update']) as Document | undefined);
  const sort = command['sort'] as Document | undefined;
  const ids = filters.map((filter) => filter['_id'] as unknown);
  const named = ids.length > 0 && ids.every((id) => id !== undefined);
  return {
    verb,
    command,
    predicates: filters.flatMap(predicatesOf),
    modifiers: updates.map((update) => modifiersOf(update ?? {})),
    upserts: statements.some(({ upsert }) => upsert === true),
    keys: [...Object.keys(sort ?? {}), ...pipeline.flatMap(({ $group }) => groupedBy($group))],
    documents: named ? before.filter(({ _id }) => ids.some((id) => numberOf(id) === numberOf(_id))) : before,
    before,
  };
}

const predicatesOf = (filter: Document): Predicate[] =>
  Object.entries(filter).flatMap(([path, asks]: [string, unknown]) =>
    path.startsWith('$') ? (asks as Document[]).flatMap(predicatesOf) : testsOf(path, asks),
  );

const hasOperators = (asks: unknown): asks is Document =>
  isPlain(asks) && Object.keys(asks)[0]?.startsWith('$') === true;

/** The tests of one path; what $elemMatch asks of the elements stands beside it, on their paths. */
function testsOf(path: string, asks: unknown): Predicate[] {
  if (!hasOperators(asks)) return [{ path, operator: '$eq', operand: asks }];
  return Object.entries(asks).flatMap(([operator, operand]: [string, unknown]): Predicate[] => {
    const own = { path, operator, operand };
    if (operator !== '$elemMatch') return [own];
    if (hasOperators(operand)) return [own, ...testsOf(path, operand)];
    const inner = predicatesOf(operand as Document);
    return [own, ...inner.map((each) => ({ ...each, path: `${path}.${each.path}` }))];
  });
}

const modifiersOf = (update: Document): Modifier[] =>
  Object.entries(update)
    .filter(([operator]) => operator.startsWith('$'))
    .flatMap(([operator, fields]) =>
      Object.entries(fields as object).map(([path, operand]: [string, unknown]) => ({
        operator,
        path,
        operand,
      })),
    );

/** The field paths of a group's `_id`. */
function groupedBy(group: unknown): string[] {
  const id = isPlain(group) ? (group['_id'] as unknown) : undefined;
  const each = isPlain(id) ? Object.values(id) : [id];
  return each.flatMap((path) => (typeof path === 'string' && path.startsWith('$') ? [path.slice(1)] : []));
}
