/** The platform's XML: `<xml>` with one level of fields for messages, a few more for events. Values stay strings. */
import { XMLParser } from 'fast-xml-parser';

export type Node = string | Fields | readonly Node[];
export interface Fields {
  readonly [name: string]: Node;
}

/** What `buildXml` writes: strings as CDATA, numbers bare (bigint for 64-bit ids), arrays as repeated elements. */
export type Writable = string | number | bigint | WritableFields | readonly WritableFields[];
export interface WritableFields {
  readonly [name: string]: Writable;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
});

/** The fields under `<xml>`, or null if it is not well-formed or has another root. Never throws. */
export function parseXml(xml: string): Fields | null {
  const flat = scanFlat(xml);
  if (flat !== null) return flat;
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the successor is one more package; this one still refuses what is not well-formed
    const document = parser.parse(xml, true) as Fields;
    const root = document['xml'];
    return root === undefined || Array.isArray(root)
      ? null
      : typeof root === 'string'
        ? {}
        : (root as Fields);
  } catch {
    return null;
  }
}

/** A field that holds text, or undefined. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** The elements under a name, whether the platform sent none, one or several. */
export function listOf(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  const nodes = value === undefined ? [] : Array.isArray(value) ? (value as readonly Node[]) : [value];
  return nodes.filter((node): node is Fields => typeof node === 'object' && !Array.isArray(node));
}

const name = /^[A-Za-z][A-Za-z0-9_]*$/;

/**
 * Reads a one-level message about five times as fast as a general parser.
 * Answers null to whatever it does not understand: nesting, repeated names, entities, comments, attributes, split CDATA.
 */
export function scanFlat(xml: string): Readonly<Record<string, string>> | null {
  if (!xml.startsWith('<xml>') || xml.includes('\r')) return null;
  const fields: Record<string, string> = {};
  let at = skipBlanks(xml, 5);
  while (!xml.startsWith('</xml>', at)) {
    const open = xml.indexOf('>', at);
    const field = xml.slice(at + 1, open);
    if (open < 0 || xml[at] !== '<' || !name.test(field) || field in fields) return null;
    let start = open + 1;
    let end: number;
    const raw = xml.startsWith('<![CDATA[', start);
    if (raw) {
      start += 9;
      end = xml.indexOf(']]>', start);
      at = end + 3;
    } else {
      end = at = xml.indexOf('<', start);
    }
    const close = at + 2 + field.length;
    if (end < 0 || xml[at + 1] !== '/' || !xml.startsWith(field, at + 2) || xml[close] !== '>') return null;
    const value = xml.slice(start, end);
    if (xml[at] !== '<' || (!raw && value.includes('&'))) return null;
    fields[field] = value;
    at = skipBlanks(xml, close + 1);
  }
  return skipBlanks(xml, at + 6) === xml.length ? fields : null;
}

function skipBlanks(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x09;)
    code = xml.charCodeAt((at += 1));
  return at;
}

/** `<xml>…</xml>` on one line. Text keeps its `]]>`, split over two sections, and loses what XML 1.0 cannot hold. */
export function buildXml(fields: WritableFields): string {
  return `<xml>${elements(fields)}</xml>`;
}

function elements(fields: WritableFields): string {
  let out = '';
  for (const [field, value] of Object.entries(fields))
    for (const one of isList(value) ? value : [value]) out += `<${field}>${content(one)}</${field}>`;
  return out;
}

// Array.isArray alone does not narrow a readonly array away
const isList = (value: Writable): value is readonly WritableFields[] => Array.isArray(value);

function content(value: string | number | bigint | WritableFields): string {
  if (typeof value === 'string') return cdata(value);
  return typeof value === 'object' ? elements(value) : String(value);
}

// All but the characters of XML 1.0, and without the second row of control characters.
const forbidden = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function cdata(text: string): string {
  return `<![CDATA[${text.replace(forbidden, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
