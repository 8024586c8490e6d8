/** What somebody typed, as the body of a call: no empty texts, nothing undefined, no group or list without content. */
import type { Values } from './action-form';

const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const kept = value.map(typed).filter((each) => each !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (!isPlain(value)) return value ?? undefined;
  const kept = typedValues(value);
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** The values without the empty ones, at every depth. */
export const typedValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const kept = typed(value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
