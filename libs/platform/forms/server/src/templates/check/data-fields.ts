/** Which names a form's data has: its schema as JSON Schema, walked along the paths of a template (FRM-4). */
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

/** Where a path may stand: one node of the schema, or several where the data is a union. None: there is no such name. */
export type Place = readonly Json[];

const ANYTHING: Json = {};
const NUMBER: Json = { type: 'number' };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class DataFields {
  private readonly whole: Json;

  constructor(schema: z.ZodType) {
    this.whole = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Json;
  }

  get root(): Place {
    return this.variants(this.whole);
  }

  /** One step of a path. */
  member(place: Place, key: string): Place {
    return place.flatMap((node) => this.memberOf(node, key));
  }

  /** What a loop over it shows, one at a time. */
  items(place: Place): Place {
    return place.flatMap((node) => {
      if (isAnything(node)) return [ANYTHING];
      return isObject(node['items']) ? this.variants(node['items']) : [];
    });
  }

  /** All paths, for whoever writes a template; lists as `rows[]`. */
  paths(): string[] {
    const found: string[] = [];
    this.collect(this.root, '', found, 0);
    return [...new Set(found)];
  }

  private memberOf(node: Json, key: string): Place {
    if (isAnything(node)) return [ANYTHING];
    const { properties, additionalProperties, items, type } = node;
    if (isObject(properties) && Object.hasOwn(properties, key)) return this.variants(properties[key]);
    if (isObject(additionalProperties)) return this.variants(additionalProperties);
    if (key === 'length' && (type === 'array' || type === 'string')) return [NUMBER];
    return isObject(items) && /^\d+$/.test(key) ? this.variants(items) : [];
  }

  private variants(node: unknown): Place {
    if (!isObject(node)) return [];
    const { $ref, anyOf, oneOf, allOf } = node;
    if (typeof $ref === 'string') return this.variants(this.referred($ref));
    const several = [anyOf, oneOf, allOf].find(Array.isArray) as unknown[] | undefined;
    return several ? several.flatMap((one) => this.variants(one)) : [node];
  }

  private referred(reference: string): unknown {
    const steps = reference.replace(/^#\/?/, '').split('/').filter(Boolean);
    return steps.reduce<unknown>((node, step) => (isObject(node) ? node[step] : undefined), this.whole);
  }

  private collect(place: Place, path: string, found: string[], depth: number): void {
    // A record that holds itself has no last path.
    if (depth > 6) return;
    for (const node of place) {
      for (const key of Object.keys(isObject(node['properties']) ? node['properties'] : {})) {
        const name = path ? `${path}.${key}` : key;
        const below = this.memberOf(node, key);
        const rows = this.items(below.filter((one) => !isAnything(one)));
        found.push(rows.length > 0 ? `${name}[]` : name);
        this.collect(below, name, found, depth + 1);
        this.collect(rows, `${name}[]`, found, depth + 1);
      }
    }
  }
}

/** The schema says nothing about it, so nothing can be said against a name in it. */
const isAnything = (node: Json): boolean =>
  !['type', 'properties', 'items', 'enum', 'const', 'additionalProperties', 'not'].some((key) => key in node);
