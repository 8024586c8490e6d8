/** What a script may name (SCR-1). */

/** Filled in by the desk from the call at hand. */
export const SCRIPT_VARIABLES: readonly string[] = [
  'customer',
  'site',
  'engineer',
  'equipment',
  'promisedTime',
  'serviceDate',
];

/** The company's own name, the same in every call: filled in by the server. */
export const COMPANY_VARIABLE = 'company';

/** Names in braces, each once. */
export const variablesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)),
];
