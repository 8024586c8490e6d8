/** A room that fails or takes too long says nothing, and keeps no other from being heard. */

/** Milliseconds a room may take. */
const LIMIT = 2_000;

export async function within<T>(ask: () => T | Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((answer) => {
    timer = setTimeout(() => answer(undefined), LIMIT);
  });
  try {
    return await Promise.race([Promise.resolve(ask()), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
