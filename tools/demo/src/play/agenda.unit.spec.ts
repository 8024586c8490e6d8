/** The agenda plays by time, and at one instant by the order in which things were planned. */
import { Agenda } from './agenda';

const at = (minute: number): Date => new Date(Date.UTC(2026, 8, 17, 1, minute));

function scene() {
  const moves: Date[] = [];
  const clock = {
    now: at(0),
    moveTo(to: Date) {
      this.now = to;
      moves.push(to);
      return Promise.resolve();
    },
  };
  const played: string[] = [];
  const agenda = new Agenda(clock);
  const add = (minute: number, what: string, more?: () => void): void =>
    agenda.add(at(minute), minute, what, () => {
      played.push(what);
      more?.();
      return Promise.resolve();
    });
  return { agenda, add, played, moves };
}

const failed = (line: number | undefined, what: string, error: unknown): Error =>
  new Error(`${line} ${what} ${String(error)}`);

test('npm run demo: the earliest comes first, equal ones as planned, and the clock moves once an instant', async () => {
  const { agenda, add, played, moves } = scene();
  add(9, 'c');
  add(5, 'a', () => add(7, 'late'));
  add(5, 'b');
  expect(await agenda.play(failed)).toBe(4);
  expect(played).toEqual(['a', 'b', 'late', 'c']);
  expect(moves).toEqual([at(5), at(7), at(9)]);
});

test('npm run demo: what was planned for an instant that is past is played now: the clock never goes back', async () => {
  const { agenda, add, played, moves } = scene();
  add(9, 'a', () => add(5, 'late'));
  await agenda.play(failed);
  expect(played).toEqual(['a', 'late']);
  expect(moves).toEqual([at(9)]);
});

test('npm run demo: what breaks off is told with its line and stops the play', async () => {
  const { agenda, add, played } = scene();
  agenda.add(at(1), 17, 'refer', () => Promise.reject(new Error('409')));
  add(2, 'never');
  await expect(agenda.play(failed)).rejects.toThrow('17 refer Error: 409');
  expect(played).toEqual([]);
});
