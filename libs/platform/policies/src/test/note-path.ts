/** Follows the path of a note into a pack: field names, and codes of the entries of lists, which may hold dots. */

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

/** What a note may call an entry of a list by. */
const namesOf = (entry: unknown): readonly string[] =>
  isEntry(entry)
    ? [entry['code'], entry['id'], entry['key'], entry['position']].filter((name) => typeof name === 'string')
    : [];

/** Everything the path points at; empty where it points at nothing. A field of a list means that field of its entries. */
export function pointedAt(pack: unknown, path: string): readonly unknown[] {
  return follow(pack, path.split('.'));
}

function follow(value: unknown, words: readonly string[]): readonly unknown[] {
  if (words.length === 0) return value === undefined ? [] : [value];
  if (Array.isArray(value)) {
    const named = upTo(words).flatMap(([name, rest]) =>
      value.filter((entry) => namesOf(entry).includes(name)).flatMap((entry) => follow(entry, rest)),
    );
    return named.length > 0 ? named : value.flatMap((entry) => (isEntry(entry) ? follow(entry, words) : []));
  }
  if (!isEntry(value)) return [];
  return upTo(words).flatMap(([name, rest]) => (Object.hasOwn(value, name) ? follow(value[name], rest) : []));
}

/** `a.b.c` → `a` with `b.c`, `a.b` with `c`, `a.b.c` with nothing left. */
const upTo = (words: readonly string[]): readonly (readonly [string, readonly string[]])[] =>
  words.map((_, index) => [words.slice(0, index + 1).join('.'), words.slice(index + 1)] as const);
