/** Search by pairs of characters: finds Chinese substrings of two characters and more by index (CUS-1). */

/** Every pair of neighbouring characters, each once; one character alone makes no pair. */
export function bigrams(key: string): string[] {
  const characters = [...key];
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < characters.length; i++) pairs.add(`${characters[i]}${characters[i + 1]}`);
  return [...pairs];
}

const quote = (pair: string): string => `'${pair.replace(/['\\]/g, (sign) => sign + sign)}'`;

/** Text form of a PostgreSQL `tsvector`. */
export const tsVector = (key: string): string => bigrams(key).map(quote).join(' ');

/** Text form of the `tsquery` that asks for all pairs; `null` where the key is too short for one. */
export const tsQuery = (key: string): string | null => bigrams(key).map(quote).join(' & ') || null;
