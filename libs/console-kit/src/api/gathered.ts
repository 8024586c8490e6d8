/** Many small questions asked in one breath become one request. */

type Waiting<Answer> = (answer: Promise<Answer>) => void;

/**
 * @param most keys a request takes; more become several
 * @param readAll answers each key, in the order asked
 */
export function gathered<Answer>(
  most: number,
  readAll: (keys: readonly string[]) => Promise<readonly Answer[]>,
): (key: string) => Promise<Answer> {
  let waiting = new Map<string, Waiting<Answer>[]>();
  const send = (): void => {
    const asked = [...waiting];
    waiting = new Map();
    for (let from = 0; from < asked.length; from += most) {
      const some = asked.slice(from, from + most);
      const answers = readAll(some.map(([key]) => key));
      some.forEach(([, tell], index) => {
        const own = answers.then((all) => all[index] as Answer);
        tell.forEach((each) => each(own));
      });
    }
  };
  return (key) =>
    new Promise((resolve) => {
      // All lines of a list ask while they are drawn: when that is done, their questions go out together.
      if (waiting.size === 0) setTimeout(send, 0);
      waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
    });
}
