/** Small parts of the worker side: whole seconds, bursts of errors, runs of pumps (DLN-2). */
import type { Clock, ClockMover } from '@bihuan/clock';
import { Pumps } from '@bihuan/clock';
import { epochSecond } from './alarm-calls';
import { ErrorBurst } from './error-burst';
import { PumpRunner } from './pump-runner';

describe('epochSecond', () => {
  it('DLN-2 rounds an instant up to the whole second, so that its alarm never comes early', () => {
    expect(epochSecond(new Date(1_000))).toBe(1);
    expect(epochSecond(new Date(1_001))).toBe(2);
  });
});

describe('ErrorBurst', () => {
  it('DLN-2 tells a queue that only fails from one that fails now and then', () => {
    const burst = new ErrorBurst();
    const slow = Array.from({ length: 100 }, (_, i) => burst.grows(i * 1_000));
    expect(slow).not.toContain(true);
    const fast = Array.from({ length: 40 }, (_, i) => burst.grows(200_000 + i));
    expect(fast.filter(Boolean)).toHaveLength(1);
  });
});

describe('PumpRunner', () => {
  const system = { manual: false } as Clock;
  const noMover = {} as ClockMover;

  it('DLN-2 never runs a pump twice at once, and looks once more where it was called meanwhile', async () => {
    const pumps = new Pumps();
    let running = 0;
    let rounds = 0;
    pumps.add('slow', {
      nextDue: () => Promise.resolve(null),
      pump: async () => {
        expect(++running).toBe(1);
        rounds++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        return 0;
      },
    });
    const runner = new PumpRunner(pumps, system, noMover);
    await Promise.all([runner.run('slow'), runner.run('slow'), runner.run('slow')]);
    expect(rounds).toBe(2);
    await runner.run('slow');
    expect(rounds).toBe(3);
    await runner.stop();
    await runner.run('slow');
    expect(rounds).toBe(3);
  });

  it('DLN-2 one pump that fails or hangs does not hold up the others', async () => {
    const pumps = new Pumps();
    let done = 0;
    let release = () => undefined as void;
    const nextDue = () => Promise.resolve(null);
    pumps.add('fails', { nextDue, pump: () => Promise.reject(new Error('no')) });
    pumps.add('hangs', { nextDue, pump: () => new Promise((resolve) => (release = () => resolve(0))) });
    pumps.add('works', { nextDue, pump: () => Promise.resolve(++done < 3 ? 1 : 0) });
    const runner = new PumpRunner(pumps, system, noMover);
    const all = runner.runAll();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toBe(3);
    release();
    await all;
  });
});
