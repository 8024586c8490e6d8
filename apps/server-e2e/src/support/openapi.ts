/** Walks the API by its own document: every route with its method, and bodies made after its schemas. */
import { randomUUID } from 'node:crypto';
import type { Json, Person } from './suite';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

export interface Route {
  readonly method: 'get' | 'post' | 'put';
  /** As in the document, without `/api`: `/complaints/complaints/{id}`. */
  readonly path: string;
  readonly body: Schema | undefined;
}

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

export async function routesOf(person: Person): Promise<Route[]> {
  const { body } = await person.get('/openapi.json');
  const paths = body['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/') && path !== '/api/live')
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { requestBody }]) => ({
        method: method as Route['method'],
        path: path.slice('/api'.length),
        body: requestBody?.content?.['application/json']?.schema,
      })),
    );
}

/** The path with something in each place; what is not an id gets a value of its kind. */
export const placed = (path: string, id: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => OTHER_PLACES[name] ?? id);

const OTHER_PLACES: Readonly<Record<string, string>> = {
  period: '2026-09',
  module: 'hotline',
  resource: 'contacts',
  code: 'x',
  kind: 'x',
  file: 'x.pdf',
  batch: 'x',
  delivery: '1',
  step: '1',
};

/** A body the schema takes. @param all with the optional fields too */
export function sampleOf(schema: Schema | undefined, all = false): Json {
  return (schema ? valueOf(schema, all) : {}) as Json;
}

function valueOf(schema: Schema, all: boolean): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first) return valueOf(first, all);
  if (schema.type === 'object') {
    const names = Object.keys(schema.properties ?? {}).filter(
      (name) => name !== 'version' && (all || schema.required?.includes(name)),
    );
    return Object.fromEntries(names.map((name) => [name, valueOf(schema.properties?.[name] ?? {}, all)]));
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}, all));
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  return textOf(schema);
}

function textOf({ format, pattern, minLength = 1 }: Schema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date-time') return '2026-09-18T10:00:00+08:00';
  if (format === 'date') return '2026-09-18';
  if (pattern?.startsWith('^\\d{4}-(')) return '2026-09';
  if (pattern?.startsWith('^\\d')) return '1234';
  return 'x'.repeat(Math.max(1, minLength));
}
