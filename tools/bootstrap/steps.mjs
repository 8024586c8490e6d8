/** Announcing: each step says in one line that it began, how far it is and how long it took. */

const began = performance.now();
const TICK_MS = 5_000;

/** A step that cannot be done; both texts say what is wrong and what to do. */
export class Refusal extends Error {
  constructor(zh, en, detail = '') {
    super(en);
    this.zh = zh;
    this.en = en;
    this.detail = detail;
  }
}

/** Thrown into work that goes on after a signal; never shown. */
export class Stopped extends Error {}

/** Seconds since `from`, by default since the launcher began, as `3.2 s`. */
export const elapsed = (from = began) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

export const say = (line) => process.stdout.write(`${line}\n`);

export const warn = (zh, en) => say(`! ${zh}\n  ${en}`);

/**
 * Runs one announced step. `work` gets `progress(text)`, shown with the time every few seconds; what it returns as
 * `{ note, bad }` is shown at the end.
 */
export async function step(zh, en, work) {
  const from = performance.now();
  const title = `${zh} · ${en}`;
  let latest = '';
  say(`▸ ${title}`);
  const ticker = setInterval(() => say(`  … ${elapsed(from)}${latest && `  ${latest}`}`), TICK_MS);
  try {
    const result = await work((text) => (latest = text));
    say(`${result?.bad ? '✗' : '✓'} ${title}${result?.note ? ` — ${result.note}` : ''}  ${elapsed(from)}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

/** Prints why the launcher gives up. */
export function complain(error) {
  if (error instanceof Stopped) return;
  if (error instanceof Refusal) {
    process.stderr.write(`✗ ${error.zh}\n  ${error.en}\n${error.detail ? `${error.detail.trimEnd()}\n` : ''}`);
  } else {
    process.stderr.write(`✗ ${error?.stack ?? error}\n`);
  }
}
