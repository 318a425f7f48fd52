/** The shapes of bodies, queries and answers as JSON Schema, made of the classes that check them. */
import { createRequire } from 'node:module';
import type { ClassConstructor } from 'class-transformer';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

export type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All classes with decorators that were loaded, by their names. */
export function classSchemas(): Readonly<Record<string, Json>> {
  // the library looks for nested types here, and the package does not export it
  const require = createRequire(import.meta.url);
  const { defaultMetadataStorage } = require('class-transformer/cjs/storage') as {
    readonly defaultMetadataStorage: never;
  };
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, strict(schema as unknown as Json)]),
  );
}

/** Nothing but what is named may come. */
function strict(schema: Json): Json {
  const { properties, required, ...rest } = schema;
  return {
    ...rest,
    properties: isObject(properties) ? properties : {},
    ...(Array.isArray(required) && required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** The schema of what is asked for: what the class gives a value by itself need not be sent. */
export function asAsked(schema: Json, shape: ClassConstructor<object>): Json {
  const given = { ...new shape() };
  const required = namesOf(schema['required']).filter((name) => !Object.hasOwn(given, name));
  const { required: _all, ...rest } = schema;
  return required.length > 0 ? { ...rest, required } : rest;
}

/** The schema of what is answered: each key is always there, and what may be missing is null. */
export function asAnswered(schema: Json): Json {
  const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, Json>> };
  const certain = new Set(namesOf(schema['required']));
  const all = Object.entries(properties).map(
    ([name, inner]) => [name, certain.has(name) ? inner : { anyOf: [inner, { type: 'null' }] }] as const,
  );
  return { ...schema, properties: Object.fromEntries(all), required: all.map(([name]) => name) };
}

const namesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
