/** One submit at a time, with an idempotency key that lives as long as the same body is being sent. */
import { useCallback, useRef, useState } from 'react';
import { ApiError } from './api-error';
import type { WriteOptions } from './client';

/** 128 random bits in hex; `crypto.randomUUID` is absent outside secure contexts. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface Submit<Body, Answer> {
  /** Resolves to the answer, or to `undefined` when it was refused (then `error` says why). */
  readonly send: (body: Body, version?: number) => Promise<Answer | undefined>;
  readonly busy: boolean;
  readonly error: ApiError | undefined;
  readonly clear: () => void;
}

/** Sends bodies to the API; a retry of the same body after a lost answer never makes a second record. */
export function useSubmit<Body, Answer>(
  action: (body: Body, options: WriteOptions) => Promise<Answer>,
): Submit<Body, Answer> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const running = useRef(false);
  const key = useRef<{ readonly of: string; readonly key: string } | undefined>(undefined);
  const latest = useRef(action);
  latest.current = action;

  const send = useCallback(async (body: Body, version?: number): Promise<Answer | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    const of = JSON.stringify([body, version]);
    if (key.current?.of !== of) key.current = { of, key: newKey() };
    try {
      const answer = await latest.current(body, {
        key: key.current.key,
        ...(version === undefined ? {} : { version }),
      });
      key.current = undefined;
      setError(undefined);
      return answer;
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (!problem.mayRetry) key.current = undefined;
      setError(problem);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(undefined), []);
  return { send, busy, error, clear };
}
