/** A push as fields, whichever format the account has chosen: JSON is read into what XML would have held. */
import { type Json, parseObject } from './json.js';
import { type Format } from './envelope.js';
import { type Fields, type Node, parseXml } from './xml.js';

/** The fields of a push, or null if it is not in that format. Numbers come as text, exact at any length. Never throws. */
export function readPush(text: string, format: Format): Fields | null {
  if (format === 'xml') return parseXml(text);
  const object = parseObject(text);
  return object && (nodeOf(object) as Fields);
}

function nodeOf(value: Json): Node {
  if (Array.isArray(value)) return (value as readonly Json[]).map(nodeOf);
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, nodeOf(inner)]));
}
