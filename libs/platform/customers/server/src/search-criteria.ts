/** The SQL of a search: candidates by the indexes of each field, all fields tested on them (CUS-1). */

export type Criterion =
  | { readonly by: 'phone'; readonly digits: string }
  | { readonly by: 'serial'; readonly key: string }
  | { readonly by: 'number'; readonly key: string; readonly ids: readonly string[] }
  | { readonly by: 'name' | 'site'; readonly key: string; readonly grams: string | null };

/** Parameters of a statement while it is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  /** `$3` */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Rows taken from one branch: more where other fields throw most of them out. */
const BRANCH = { one: 200, several: 400 };

/** The last digits or signs must be this many to be searched for. */
const SHORTEST_END = 4;

/** How near a hit is: the same, begins or ends alike, contains it. */
const RANK = { same: 0, edge: 1, within: 2 };

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
const reversed = (text: string): string => [...text].reverse().join('');

/**
 * One statement that answers ids, the nearest first. Every field gives candidates, so that one telling field is enough
 * to find what all of them mean.
 *
 * @param fields what must all be met; each holds the ways in which it may be
 * @returns `null` where nothing can be found
 */
export function searchSql(
  fields: readonly (readonly Criterion[])[],
  parameters: Parameters,
  most: number,
): string | null {
  const several = fields.length > 1;
  const limit = several ? BRANCH.several : BRANCH.one;
  const branches = fields.flat().flatMap((criterion) => candidates(criterion, parameters));
  if (branches.length === 0) return null;
  const tests = several ? fields.map((ways) => `and (${ways.map((way) => test(way, parameters)).join(' or ')})`) : [];
  return `with found as (
      select id, min(rank) as rank from (${branches.map((sql) => `(${sql} limit ${limit})`).join('\n union all ')}) branch
      group by id)
    select c.id from found join customers.customer c on c.id = found.id
    where c.erased_at is null ${tests.join(' ')}
    order by found.rank, length(c.name), c.id limit ${most}`;
}

const branch = (id: string, rank: number, from: string): string =>
  `select ${id} as id, ${rank} as rank from customers.${from}`;

/** What begins with the pattern, in the order of the index: it is read no further than needed, however many begin so. */
const beginning = (id: string, from: string, column: string, pattern: string): string =>
  branch(id, RANK.edge, `${from} ${column} like ${pattern} order by ${column} using ~<~`);

function candidates(criterion: Criterion, parameters: Parameters): string[] {
  switch (criterion.by) {
    case 'phone': {
      const { digits } = criterion;
      if (digits.length < SHORTEST_END) return [];
      const same = parameters.add(reversed(digits));
      const end = parameters.add(`${reversed(digits)}%`);
      return ['phone_digits', 'office_digits'].flatMap((column) => [
        branch('customer_id', RANK.same, `contact where reverse(${column}) = ${same}`),
        beginning('customer_id', 'contact where', `reverse(${column})`, end),
      ]);
    }
    case 'serial': {
      const { key } = criterion;
      if (key.length === 0) return [];
      const owned = 'equipment where customer_id is not null and';
      const found = [branch('customer_id', RANK.same, `${owned} serial_key = ${parameters.add(key)}`)];
      if (key.length < SHORTEST_END) return found;
      const start = parameters.add(`${likeText(key)}%`);
      const end = parameters.add(`${likeText(reversed(key))}%`);
      found.push(beginning('customer_id', owned, 'serial_key', start));
      found.push(beginning('customer_id', owned, 'reverse(serial_key)', end));
      return found;
    }
    case 'number': {
      const own = branch('id', RANK.same, `customer where number_key = ${parameters.add(criterion.key)}`);
      if (criterion.ids.length === 0) return [own];
      return [own, branch('id', RANK.same, `customer where id = any(${parameters.add(criterion.ids)}::uuid[])`)];
    }
    case 'name':
      return [
        ...worded('id', 'customer', criterion, parameters),
        ...worded('customer_id', 'contact', criterion, parameters),
      ];
    case 'site':
      return worded('customer_id', 'site', criterion, parameters);
  }
}

function worded(
  id: string,
  table: string,
  { key, grams }: { readonly key: string; readonly grams: string | null },
  parameters: Parameters,
): string[] {
  if (key.length === 0) return [];
  const same = parameters.add(key);
  const start = parameters.add(`${likeText(key)}%`);
  const found = [
    branch(id, RANK.same, `${table} where name_key = ${same}`),
    beginning(id, `${table} where`, 'name_key', start),
  ];
  // The pairs may stand apart: strpos asks for the words themselves.
  const pairs = grams === null ? null : parameters.add(grams);
  if (pairs)
    found.push(branch(id, RANK.within, `${table} where grams @@ ${pairs}::tsquery and strpos(name_key, ${same}) > 0`));
  return found;
}

/** The same question as a test on customer `c`. */
function test(criterion: Criterion, parameters: Parameters): string {
  const some = (from: string, condition: string) =>
    `exists (select 1 from customers.${from} t where t.customer_id = c.id and (${condition}))`;
  switch (criterion.by) {
    case 'phone': {
      const end = parameters.add(`%${criterion.digits}`);
      return some('contact', `t.phone_digits like ${end} or t.office_digits like ${end}`);
    }
    case 'serial':
      return some('equipment', `strpos(t.serial_key, ${parameters.add(criterion.key)}) > 0`);
    case 'number': {
      const key = parameters.add(criterion.key);
      return `(c.number_key = ${key} or c.id = any(${parameters.add(criterion.ids)}::uuid[]))`;
    }
    case 'name': {
      const key = parameters.add(criterion.key);
      return `(strpos(c.name_key, ${key}) > 0 or ${some('contact', `strpos(t.name_key, ${key}) > 0`)})`;
    }
    case 'site':
      return some('site', `strpos(t.name_key, ${parameters.add(criterion.key)}) > 0`);
  }
}
