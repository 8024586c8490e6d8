/** SQL that empties the words in a JSON column and leaves persons of the house, codes and instants (CUS-5). */

const emptied = (fields: readonly string[]): string =>
  `'${JSON.stringify(Object.fromEntries(fields.map((field) => [field, ''])))}'::jsonb`;

/** One object, or null. @param column a constant of ours, never input */
export const withoutText = (column: string, fields: readonly string[]): string =>
  `case when r.${column} is null then null else r.${column} || ${emptied(fields)} end`;

/** A list of objects, in its order. */
export const withoutTexts = (column: string, fields: readonly string[]): string =>
  `(select coalesce(jsonb_agg(e || ${emptied(fields)} order by o), '[]'::jsonb)
     from jsonb_array_elements(r.${column}) with ordinality as x(e, o))`;

/** Proposals keep their compensation as a sum; from whose account it went is emptied like the text. */
export const withoutProposals = `(select coalesce(jsonb_agg(e || ${emptied(['text'])} || jsonb_build_object('compensation',
     case when jsonb_typeof(e -> 'compensation') = 'object' then e -> 'compensation' || ${emptied(['account'])} end)
     order by o), '[]'::jsonb) from jsonb_array_elements(r.proposals) with ordinality as x(e, o))`;
