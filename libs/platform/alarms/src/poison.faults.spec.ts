/**
 * Poison steps: some throw, some never settle, in our code or in PostgreSQL, some settle when nobody waits any more, some
 * take a gigabyte. All are parked, each alone, and the others go on (DLN-2; R15).
 */
import { Logger } from '@nestjs/common';
import { tell } from '@bihuan/testing-kit';
import { freshRig, shanghai, subject, type Rig } from './test/rig';

jest.setTimeout(1_200_000);

// Each try is a warning.
beforeAll(() => Logger.overrideLogger(['error']));

const FULL = process.env['FAULTS'] === 'full';
const EACH = FULL ? 50 : 1;
const INNOCENT = 6 * EACH;
const KINDS = ['throw', 'hang', 'hang-in-sql', 'late', 'greedy'];
/** Kind by kind in full: each that never settles makes all others of its batch come again. */
const mixes = FULL ? KINDS.map((kind) => [kind]) : [KINDS];
const LIMIT = 100;
const GIGABYTE = 2 ** 30;

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

describe('poison steps', () => {
  let rig: Rig;
  let close: () => Promise<void>;
  const late: Promise<string>[] = [];

  beforeEach(async () => {
    ({ rig, close } = await freshRig(shanghai('2026-09-17 08:00')));
    rig.group.limit = LIMIT;
    late.length = 0;
    const write = "insert into test.chased (subject, step) values ($1, 'poison')";
    const poisons: Readonly<Record<string, Parameters<Rig['handlers']['add']>[1]['fire']>> = {
      throw: () => Promise.reject(new Error('no')),
      hang: () => new Promise(() => undefined),
      'hang-in-sql': async (tx) => void (await tx.query('select pg_sleep(3600)')),
      late: async (tx, { subject: about }) => {
        await tx.query(write, [about.id]);
        await later(3 * LIMIT);
        const said = tx.query(write, [about.id]).then(
          () => 'written',
          (error: Error) => error.message,
        );
        late.push(said);
        await said;
      },
      greedy: () => {
        const taken = Buffer.alloc(GIGABYTE);
        return Promise.reject(new Error(`${taken.length} bytes and no end`));
      },
    };
    for (const [name, fire] of Object.entries(poisons)) {
      rig.handlers.add(`test.${name}`, { fire });
      const steps = [{ key: 'do', at: { share: 1 }, action: `test.${name}` }];
      rig.policies.set(name, { code: name, version: 1, limit: { unit: 'minute', value: 1 }, steps });
    }
  });
  afterEach(() => close());

  const parked = async () => (await rig.parked.list()).map(({ action, attempts }) => `${action} ${attempts}`).sort();

  it.each(mixes.map((kinds) => ({ kinds, what: kinds.join(', ') })))(
    'DLN-2 R15 poison steps ($what) are parked, and all others go on',
    async ({ kinds }) => {
      const start = shanghai('2026-09-17 08:00');
      await rig.in(async (tx) => {
        for (let i = 0; i < INNOCENT; i++) {
          const kind = kinds[i % kinds.length] as string;
          if (i < EACH * kinds.length) await rig.armIn(tx, kind, subject(), start);
          await rig.armIn(tx, 'plain', subject(), start);
        }
      });
      await rig.mover.moveTo(shanghai('2026-09-17 08:10'));
      tell({
        'of each kind': EACH,
        parked: (await parked()).length,
        others: INNOCENT,
        came: (await rig.chased()).length,
      });
      expect(await parked()).toEqual(kinds.flatMap((kind) => Array<string>(EACH).fill(`test.${kind} 5`)).sort());
      // Every innocent one once, and nothing of those that failed: also not what came too late.
      const chased = await rig.chased();
      expect(new Set(chased.map(({ subject: about }) => about)).size).toBe(INNOCENT);
      expect(chased.map(({ step }) => step)).toEqual(Array<string>(INNOCENT).fill('do'));
      await later(4 * LIMIT);
      expect([...new Set(await Promise.all(late))]).toEqual(kinds.includes('late') ? ['The transaction is over.'] : []);
      expect(late).toHaveLength(kinds.includes('late') ? 5 * EACH : 0);
      expect(await rig.chased()).toHaveLength(INNOCENT);
    },
  );

  it('R15 control: until the limit is over nothing goes on behind a step that never settles', async () => {
    rig.group.limit = 2_000;
    await rig.in(async (tx) => {
      await rig.armIn(tx, 'hang', subject(), shanghai('2026-09-17 07:59'));
      await rig.armIn(tx, 'plain', subject(), shanghai('2026-09-17 08:00'));
    });
    const moved = rig.mover.moveTo(shanghai('2026-09-17 08:10'));
    await later(1_000);
    expect(await rig.chased()).toEqual([]);
    rig.group.limit = LIMIT;
    await moved;
    expect(await rig.chased()).toHaveLength(1);
    expect(await parked()).toEqual(['test.hang 5']);
  });
});
