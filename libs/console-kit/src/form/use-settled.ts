/** A value that is typed, once the typing pauses: for questions that are asked while somebody writes. */
import { useEffect, useState } from 'react';

/** The value as it was `milliseconds` ago, unless it changed since. */
export function useSettled<T>(value: T, milliseconds = 400): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
