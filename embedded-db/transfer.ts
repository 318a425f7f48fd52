/**
 * A whole database as lines of text, from any server that speaks MongoDB's protocol and into any other: extended JSON v2
 * (canonical), each document with its collection, each collection with its indexes, and a last line that counts them.
 */
import { deserialize, Double, EJSON, Long, serialize, type Document, type Int32 } from 'bson';
import type { mongo } from 'mongoose'; // its types alone: the driver is the caller's
import { decode } from './decode.js';
import { isDoc, type Value } from './values.js';

type Db = mongo.Db;
/** How far it is: documents of how many. */
export type Progress = (done: number, of: number) => void;

interface CollectionLine {
  readonly collection: string;
  readonly indexes: readonly Document[];
}
interface DocumentLine {
  readonly in: string;
  readonly document?: Document;
  /** the document's BSON as base64, where extended JSON would not give the same bytes again */
  readonly bson?: string;
}
interface EndLine {
  readonly end: { readonly collections: number | Int32; readonly documents: number | Int32 };
}

/** What an import did. */
export interface Imported {
  readonly collections: number;
  readonly inserted: number;
  /** had an id that was there already; left as it was */
  readonly present: number;
  /** left out, because another unique index refused it */
  readonly refused: number;
}

/** A text that is no whole export. */
export class TransferError extends Error {}

const canonical = { relaxed: false } as const;
const batchDocuments = 500;
const batchBytes = 8 * 1024 * 1024;

/** The collections of a database by name, without the server's own. */
export async function collectionNames(db: Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  const own = found.filter(({ type, name }) => type !== 'view' && !name.startsWith('system.'));
  return own.map(({ name }) => name).sort();
}

/** True if no collection holds a document. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const name of await collectionNames(db))
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return false;
  return true;
}

/**
 * The lines of a database, each without its line break, in the order of names and ids. Not of one moment: what is written
 * meanwhile may be in it or not, but no document is half in it.
 */
export async function* exportLines(
  db: Db,
  options: { readonly without?: readonly string[]; readonly progress?: Progress } = {},
): AsyncGenerator<string> {
  const all = await collectionNames(db);
  const names = all.filter((name) => options.without?.includes(name) !== true);
  let of = 0;
  for (const name of names) of += await db.collection(name).estimatedDocumentCount();
  let documents = 0;
  for (const name of names) {
    const found = (await db.collection(name).listIndexes().toArray()) as readonly Readonly<
      Record<string, unknown>
    >[];
    const indexes = found
      .filter((index) => index['name'] !== '_id_' && index['clustered'] !== true)
      .map(({ ns, ...index }) => index);
    yield EJSON.stringify({ collection: name, indexes } satisfies CollectionLine, canonical);
    for await (const bytes of db.collection(name).find({}, { raw: true }).sort({ _id: 1 })) {
      yield documentLine(name, bytes as unknown as Buffer); // `raw` is not in the driver's types
      documents += 1;
      options.progress?.(documents, of);
    }
  }
  yield JSON.stringify({ end: { collections: names.length, documents } } satisfies EndLine);
}

function documentLine(name: string, bytes: Buffer): string {
  const kept = { promoteValues: false, promoteBuffers: false } as const;
  const line = EJSON.stringify({ in: name, document: deserialize(bytes, kept) }, canonical);
  const { document } = EJSON.parse(line, canonical) as DocumentLine;
  // JavaScript's objects put names that look like numbers first, so what comes back is compared
  if (document && bytes.equals(serialize(document))) return line;
  return JSON.stringify({ in: name, bson: bytes.toString('base64') } satisfies DocumentLine);
}

/**
 * Writes exported lines into a database; each id once, whatever is there already stays.
 * @throws TransferError if the lines are no export or end early; what came before that is written
 */
export async function importLines(
  db: Db,
  lines: AsyncIterable<string>,
  progress: (documents: number) => void = () => undefined,
): Promise<Imported> {
  const sum = { collections: 0, inserted: 0, present: 0, refused: 0 };
  let batch: { name: string; documents: Document[]; bytes: number } = { name: '', documents: [], bytes: 0 };
  let documents = 0;
  let ended = false;
  const flush = async (): Promise<void> => {
    if (batch.documents.length > 0) {
      const { inserted, present, refused } = await insert(db, batch.name, batch.documents);
      sum.inserted += inserted;
      sum.present += present;
      sum.refused += refused;
      progress(documents);
    }
    batch = { ...batch, documents: [], bytes: 0 };
  };
  for await (const text of lines) {
    if (text === '') continue;
    const line = parse(text);
    if (ended) throw new TransferError('lines after the last');
    if ('collection' in line) {
      await flush();
      await makeCollection(db, line);
      batch.name = line.collection;
      sum.collections += 1;
    } else if ('in' in line) {
      if (line.in !== batch.name) throw new TransferError('a document before its collection');
      batch.documents.push(documentOf(line));
      batch.bytes += text.length;
      documents += 1;
      if (batch.documents.length >= batchDocuments || batch.bytes >= batchBytes) await flush();
    } else {
      ended = true;
      // numbers come back from extended JSON as objects
      if (Number(line.end.collections) !== sum.collections || Number(line.end.documents) !== documents)
        throw new TransferError('lines are missing');
    }
  }
  await flush();
  if (!ended) throw new TransferError('it ends early');
  return sum;
}

function parse(text: string): CollectionLine | DocumentLine | EndLine {
  try {
    const line = EJSON.parse(text, canonical) as Document | null;
    if (line !== null && ('collection' in line || 'in' in line || 'end' in line))
      return line as CollectionLine | DocumentLine | EndLine;
  } catch {
    // said below, without the text
  }
  throw new TransferError('a line is no line of an export');
}

function documentOf({ document, bson }: DocumentLine): Document {
  if (document) return document;
  if (bson === undefined) throw new TransferError('a document without content');
  return forDriver(decode(Buffer.from(bson, 'base64'))) as Document;
}

/** A decoded document as the driver writes it back: Maps keep the order of names, and each number its type. */
function forDriver(value: Value): unknown {
  if (typeof value === 'number') return new Double(value);
  if (typeof value === 'bigint') return Long.fromBigInt(value);
  if (Array.isArray(value)) return value.map(forDriver);
  return isDoc(value) ? new Map([...value].map(([name, inner]) => [name, forDriver(inner)])) : value;
}

/** Kept in the order of ids where the server can, as the embedded database does anyway; its indexes before its documents. */
async function makeCollection(db: Db, { collection, indexes }: CollectionLine): Promise<void> {
  if (!(await collectionNames(db)).includes(collection)) {
    const clusteredIndex = { key: { _id: 1 }, unique: true };
    await db.createCollection(collection, { clusteredIndex }).catch(() => db.createCollection(collection));
  }
  if (indexes.length > 0) await db.command({ createIndexes: collection, indexes: [...indexes] });
}

async function insert(
  db: Db,
  name: string,
  documents: Document[],
): Promise<{ inserted: number; present: number; refused: number }> {
  try {
    const { insertedCount } = await db.collection(name).insertMany(documents, { ordered: false });
    return { inserted: insertedCount, present: 0, refused: 0 };
  } catch (error) {
    const failed = duplicates(error).map((at) => idOf(documents[at]));
    if (failed.length === 0) throw error;
    const present = await db.collection(name).countDocuments({ _id: { $in: failed } } as Document);
    return { inserted: documents.length - failed.length, present, refused: failed.length - present };
  }
}

const idOf = (document: Document | undefined): unknown =>
  document instanceof Map ? document.get('_id') : document?.['_id'];

/** Where in a batch unique keys refused; nothing if anything else went wrong too. */
function duplicates(error: unknown): number[] {
  const { writeErrors } = Object(error) as { writeErrors?: unknown };
  const all = (Array.isArray(writeErrors) ? writeErrors : []) as readonly { code?: number; index: number }[];
  return all.every(({ code }) => code === 11_000) ? all.map(({ index }) => index) : [];
}
