/** What was typed and not yet submitted, kept in this browser per user, matter and form; gone after the submit. */
import { useCallback, useEffect, useRef } from 'react';

const PREFIX = 'bihuan.draft:';
const KEEP_DAYS = 7;

interface Kept {
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
}

const realNow = (): number => performance.timeOrigin + performance.now();

/** The draft under this name, if it is not too old to be meant. */
export function readDraft(name: string): Readonly<Record<string, unknown>> | undefined {
  const text = localStorage.getItem(PREFIX + name);
  if (!text) return undefined;
  try {
    const kept = JSON.parse(text) as Kept;
    if (realNow() - kept.at < KEEP_DAYS * 86_400_000) return kept.values;
  } catch {
    // An unreadable draft is no draft.
  }
  localStorage.removeItem(PREFIX + name);
  return undefined;
}

/** Is there anything of the clerk's in this value? Empty texts, unticked boxes and empty groups are nothing. */
function isTyped(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isTyped);
  return value !== undefined && value !== '' && value !== null && value !== false;
}

/** Keeps the values, or forgets the draft when nothing is typed. */
export function writeDraft(name: string, values: Readonly<Record<string, unknown>>): void {
  if (!isTyped(values)) localStorage.removeItem(PREFIX + name);
  else localStorage.setItem(PREFIX + name, JSON.stringify({ at: realNow(), values } satisfies Kept));
}

export const dropDraft = (name: string): void => localStorage.removeItem(PREFIX + name);

/** Forgets every draft of this browser: on log-out, since they hold customers' words. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** A writer that waits for a pause in typing; what is pending is written when the form goes. */
export function useDraftWriter(name: string): {
  write: (values: Readonly<Record<string, unknown>>) => void;
  drop: () => void;
} {
  const pending = useRef<
    { timer: ReturnType<typeof setTimeout>; values: Readonly<Record<string, unknown>> } | undefined
  >(undefined);
  const flush = useCallback(() => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    writeDraft(name, pending.current.values);
    pending.current = undefined;
  }, [name]);
  useEffect(() => flush, [flush]);
  return {
    write: useCallback(
      (values) => {
        if (pending.current) clearTimeout(pending.current.timer);
        pending.current = { values, timer: setTimeout(flush, 400) };
      },
      [flush],
    ),
    drop: useCallback(() => {
      if (pending.current) clearTimeout(pending.current.timer);
      pending.current = undefined;
      dropDraft(name);
    }, [name]),
  };
}
