/**
 * A page spec fails on whatever the page complains about on the console: a change that no `act` waited for, a key that
 * is missing, an error that nobody caught. What a test expects to be said it takes out by a spy of its own.
 */
import { format } from 'node:util';

/** Said by libraries about themselves; nothing of ours makes or mends it. */
const LIBRARIES: readonly RegExp[] = [/^Accessing element\.ref was removed in React 19/];

let said: string[] = [];

beforeEach(() => {
  said = [];
  jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    const text = format(...words);
    if (!LIBRARIES.some((known) => known.test(text))) said.push(text);
  });
});

afterEach(() => {
  if (said.length === 0) return;
  throw new Error(`The page complained on the console:\n\n${said.map((one) => one.slice(0, 2_000)).join('\n\n')}`);
});
