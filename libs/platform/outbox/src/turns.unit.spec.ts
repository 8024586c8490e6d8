/** A suspect runs while nothing else does, so that a death can only be his (DLN-2, EVT-1; R15). */
import { Turns } from './turns';

/** All that can go on has gone on. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

it('R15 many run together, one alone waits for them, and who comes later for him', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const ask = async (name: string, alone: boolean) => {
    const leave = await turns.enter(alone);
    seen.push(name);
    return leave;
  };
  const [one, two] = [ask('one', false), ask('two', false)];
  await settled();
  const lone = ask('lone', true);
  const late = ask('late', false);
  await settled();
  expect(seen).toEqual(['one', 'two']);
  (await one)();
  await settled();
  expect(seen).toEqual(['one', 'two']);
  (await two)();
  await settled();
  expect(seen).toEqual(['one', 'two', 'lone']);
  (await lone)();
  await settled();
  expect(seen).toEqual(['one', 'two', 'lone', 'late']);
  (await late)();
});

it('R15 two that want to be alone never run at once, nor beside others', async () => {
  const turns = new Turns();
  let [together, alone] = [0, 0];
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: 60 }, async (_none, index) => {
      const lone = index % 5 === 0;
      await new Promise((come) => setTimeout(come, index % 7));
      const leave = await turns.enter(lone);
      if (lone) alone += 1;
      else together += 1;
      if (alone > 1 || (alone === 1 && together > 0)) wrong.push(`${alone} alone, ${together} together`);
      await new Promise((go) => setTimeout(go, 2));
      if (lone) alone -= 1;
      else together -= 1;
      leave();
    }),
  );
  expect(wrong).toEqual([]);
});
