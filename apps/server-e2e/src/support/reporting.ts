/** What the stories of figures and reports do again and again. */
import request from 'supertest';
import { local } from './hotline';
import type { Json, Person, PlayedSuite } from './suite';

/** A figure as it is read; `more` is the rest of the query, such as `by=unit`. */
export async function figure(person: Person, id: string, period: string, more = ''): Promise<Json> {
  const answer = await person.get(`/reporting/indicators/${id}?period=${period}${more ? `&${more}` : ''}`);
  if (answer.status !== 200) throw new Error(`${id} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Numerator and denominator. */
export async function parts(person: Person, id: string, period: string, more = ''): Promise<unknown[]> {
  const { numerator, denominator } = await figure(person, id, period, more);
  return [numerator, denominator];
}

/** Code of a dimension → numerator and denominator of its group. */
export async function groups(
  person: Person,
  id: string,
  period: string,
  by: string,
): Promise<Record<string, unknown[]>> {
  const { rows } = await figure(person, id, period, `by=${by}`);
  return Object.fromEntries(
    (rows as Json[]).map(({ key, numerator, denominator }) => [String((key as Json)[by]), [numerator, denominator]]),
  );
}

/** Numbers of the cases behind a figure. */
export async function behind(person: Person, id: string, query: string): Promise<string[]> {
  const rows = await person.list(`/reporting/indicators/${id}/cases?page[size]=200&${query}`);
  return rows.map(({ number }) => String(number)).sort();
}

/** Uploads a table, tries it, and commits it where it has no fault. */
export async function importTable(
  suite: PlayedSuite,
  person: Person,
  kind: string,
  lines: readonly string[],
): Promise<{ readonly errors: Json[]; readonly state: string }> {
  const made = await request(suite.url)
    .post('/api/imports')
    .set('authorization', person.authorization)
    .field('kind', kind)
    .attach('file', Buffer.from(`${lines.join('\n')}\n`), 'table.csv');
  if (made.status !== 201) throw new Error(`the import answered ${made.status}: ${JSON.stringify(made.body)}`);
  const id = String((made.body as Json)['id']);
  const tried = await person.do(`/imports/${id}/dry-run`);
  const errors = tried['errors'] as Json[];
  if (errors.length > 0) return { errors, state: String(tried['state']) };
  return { errors, state: String((await person.do(`/imports/${id}/commit`))['state']) };
}

/** Revisits called in these local days, by the tasks. */
export async function callsOf(person: Person, from: string, to: string): Promise<number> {
  const tasks = await person.list('/revisit/tasks?filter[state]=all&page[size]=200');
  const days = tasks.map(({ attempts }) => (attempts as Json[]).map(({ at }) => local(at).slice(0, 10)));
  return days.filter((called) => called.some((day) => day >= from && day <= to)).length;
}
