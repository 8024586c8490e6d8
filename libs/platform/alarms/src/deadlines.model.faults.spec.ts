/**
 * Random lives of clocks beside a slow model (DLN-3, CAL-4; R11): after each act the due times are equal, and only the
 * last generation acts. 500 lives in `npm test`, 10,000 in `npm run test:faults`.
 */
import fc from 'fast-check';
import { tell } from '@bihuan/testing-kit';
import { freshRig, HANDLERS, type Rig } from './test/rig';
import { SlowCalendar } from './test/slow-clock';
import { calendars, MIDNIGHT, policies, slow, SPAN, Stage, START } from './test/slow-stage';

jest.setTimeout(1_800_000);

const LIVES = process.env['FAULTS'] === 'full' ? 10_000 : 500;
/** Lives that run side by side on one clock. */
const TOGETHER = 25;
const ACTS = 9;
const DAY = 86_400;
const instants = fc.oneof(
  fc.integer({ min: 1, max: 5_400 }),
  fc.integer({ min: 1, max: 10 }).map((hours) => hours * 3_600),
  fc.integer({ min: DAY / 2, max: 2 * DAY }),
);

const histories = fc.record({
  /** Seconds before each round of acts. */
  gaps: fc.array(instants, { minLength: ACTS, maxLength: ACTS }),
  /** The handlers' calendar from then on; mostly as it was. */
  calendars: fc.array(fc.option(fc.nat(calendars.length - 1), { freq: 3 }), { minLength: ACTS, maxLength: ACTS }),
  /** What each life does, chosen among what its clock allows. */
  lives: fc.array(fc.array(fc.nat(999), { minLength: ACTS, maxLength: ACTS }), {
    minLength: TOGETHER,
    maxLength: TOGETHER,
  }),
});

type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

const NONE_WRONG = { ended: 0, early: 0, standing: 0, more: 0, twice: 0, parked: 0 };

const [sample] = fc.sample(histories, { seed: 11, numRuns: 1 }) as [History];

describe('lives of clocks beside a slow model', () => {
  let rig: Rig;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ rig, close } = await freshRig(START));
    for (const policy of policies) rig.policies.set(policy.code, policy);
  });
  afterAll(() => close());

  /** @param meddle what a control does to the suite before the last days pass */
  async function play({ gaps, calendars: changes, lives }: History, meddle?: string): Promise<Stage> {
    const stage = await Stage.set(rig, lives.length);
    for (const [round, gap] of gaps.entries()) {
      await stage.pass(gap);
      await stage.compare();
      const change = changes[round] ?? null;
      if (change !== null) {
        await stage.change(change);
        await stage.compare();
      }
      await stage.act(lives.map((life) => life[round] ?? 0));
      await stage.compare();
    }
    if (meddle) await rig.db.query(meddle);
    await stage.pass(8 * DAY);
    if (!meddle) await stage.compare();
    return stage;
  }

  it(`DLN-3 CAL-4 R11 after each act of ${LIVES} random lives the due times equal a slow walk's, and only the last generation acts`, async () => {
    let lived = 0;
    const acts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const stage = await play(history);
        expect(await stage.wrongSteps()).toEqual(NONE_WRONG);
        lived += history.lives.length;
        for (const [name, count] of stage.tally()) acts.set(name, (acts.get(name) ?? 0) + count);
      }),
      { numRuns: LIVES / TOGETHER, seed: 20_260_914 },
    );
    tell({ lives: lived, ...Object.fromEntries(acts) });
    expect(lived).toBeGreaterThanOrEqual(LIVES);
    // Every kind of act was played often.
    for (const name of ['arm', 'pause', 'resume', 'owner', 'close']) expect(acts.get(name)).toBeGreaterThan(LIVES / 2);
  });

  it('R11 control: one closing half an hour earlier, or one step of an ended clock armed again, is found', async () => {
    const [kept] = slow;
    const early = [['09:00', '12:00'] as const, ['13:00', '17:30'] as const];
    const weekly = Object.fromEntries(Object.keys(HANDLERS.weekly).map((day) => [day, early]));
    slow[0] = new SlowCalendar({ ...HANDLERS, weekly }, MIDNIGHT, SPAN);
    await expect(play(sample)).rejects.toThrow('deep equality');
    slow[0] = kept as SlowCalendar;
    expect(await (await play(sample)).wrongSteps()).toEqual(NONE_WRONG);
    const ghosts = await play(sample, "update alarms.step set state = 'armed' where state = 'void'");
    expect((await ghosts.wrongSteps()) as typeof NONE_WRONG).not.toMatchObject({ ended: 0 });
  });
});
