/** One operation, as the page shows it. */
import { statusOf } from '../../../http/errors.js';
import type { Json } from '../../openapi/schemas.js';
import { apiPrefix, type Operation } from '../../operation.js';
import { type Markup, markup } from '../markup.js';
import { langTags, type PageLang } from '../reader-lang.js';
import { field, fieldList, type Shapes } from './fields.js';
import { words } from './words.js';

/** Its method and address, what it takes, gives and refuses, and an example. */
export function described(lang: PageLang, operation: Operation, document: Json): Markup {
  const { components, paths } = document as unknown as Document;
  const shapes = components.schemas;
  const says = words[lang];
  const { id, method, path, summary, actor, body, bytes, answer, errors } = operation;
  const taken = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.parameters ?? [];
  const rows: readonly (readonly [string, string | Markup | null])[] = [
    [says.who, markup`<span lang="${langTags[lang]}">${says.actors[actor]}</span>`],
    [says.path, parameters(taken, 'path')],
    [says.query, parameters(taken, 'query')],
    [says.body, body === undefined ? null : fieldList(shapes[body.name] ?? {})],
    [
      says.body,
      bytes === undefined ? null : markup`<span lang="${langTags[lang]}">${says.bytes(bytes)}</span>`,
    ],
    [
      says.answer,
      markup`${String(answer.status)}${answer.shape === undefined ? null : fieldList(shapes[answer.shape.name] ?? {})}`,
    ],
    [
      says.refused,
      errors.length === 0
        ? null
        : markup`<ul>
${errors.map((code) => markup`<li>${String(statusOf(code))} <code>${code}</code></li>`)}
</ul>`,
    ],
  ];
  const shown = exampleOf(operation);
  return markup`<article aria-labelledby="${id}">
<h3 id="${id}"><code>${method} ${apiPrefix}${path}</code></h3>
<p>${summary}</p>
<dl>
${rows.flatMap(([name, value]) => (value === null ? [] : [markup`<dt lang="${langTags[lang]}">${name}</dt><dd>${value}</dd>`]))}
</dl>
${shown === null ? null : markup`<pre tabindex="0" role="region" aria-label="${says.example}: ${id}">${shown}</pre>`}
</article>`;
}

/** What is read of the OpenAPI document. */
interface Document {
  readonly components: { readonly schemas: Shapes };
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters: readonly Parameter[] }>>>
  >;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Json;
}

function parameters(taken: readonly Parameter[], where: 'path' | 'query'): Markup | null {
  const all = taken.filter((one) => one.in === where);
  if (all.length === 0) return null;
  return markup`<ul>
${all.map(({ name, schema, required }) => field(name, schema, required))}
</ul>`;
}

/** The request as it would be written, with long texts cut: it is for reading. */
function exampleOf({ method, path, example, bytes }: Operation): string | null {
  const { params = {}, query = {}, body } = example;
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? name);
  const asked = new URLSearchParams(query).toString();
  const line = `${method} ${apiPrefix}${filled}${asked === '' ? '' : `?${asked}`}`;
  if (body !== undefined) return `${line}\n\n${JSON.stringify(body, shortened, 2)}`;
  return bytes === undefined ? line : `${line}\nContent-Type: application/octet-stream`;
}

const shortened = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > 60 ? `${value.slice(0, 24)}…` : value;
