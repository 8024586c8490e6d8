/** Predicates as data over facts of a case: level, business line, gravity (DLN-4). */
import { DeadlineError } from './deadline.errors';

/** What a room tells of a case when it arms a clock: codes, flags, lists of codes. Never personal. */
export type Facts = Readonly<Record<string, string | boolean | readonly string[]>>;

/** `in`: the fact, or one of its values, is on the list. `present`: there is such a fact, and it is not empty or false. */
export type Predicate =
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly present: boolean };

/** Does the predicate hold for these facts? A fact that nobody told holds nothing. */
export function holds(predicate: Predicate, facts: Facts): boolean {
  if ('all' in predicate) return predicate.all.every((each) => holds(each, facts));
  if ('any' in predicate) return predicate.any.some((each) => holds(each, facts));
  if ('not' in predicate) return !holds(predicate.not, facts);
  const values = valuesOf(facts, predicate.fact);
  if ('present' in predicate) return values.length > 0 === predicate.present;
  return values.some((value) => predicate.in.includes(value));
}

function valuesOf(facts: Facts, name: string): readonly string[] {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (value === undefined || value === false || value === '') return [];
  if (value === true) return ['true'];
  return typeof value === 'string' ? [value] : value;
}

/** Throws DeadlineError with the path of the first fault: a predicate that can never hold, or always does, is a mistake. */
export function checkPredicate(predicate: Predicate, path: string): void {
  if ('not' in predicate) {
    checkPredicate(predicate.not, `${path}/not`);
    return;
  }
  if ('all' in predicate || 'any' in predicate) {
    const [name, parts] = 'all' in predicate ? (['all', predicate.all] as const) : (['any', predicate.any] as const);
    if (parts.length === 0) throw new DeadlineError('empty-predicate', `${path}/${name}`);
    parts.forEach((part, index) => checkPredicate(part, `${path}/${name}/${index}`));
    return;
  }
  if (predicate.fact === '') throw new DeadlineError('empty-predicate', `${path}/fact`);
  if ('in' in predicate && predicate.in.length === 0) throw new DeadlineError('empty-predicate', `${path}/in`);
}
