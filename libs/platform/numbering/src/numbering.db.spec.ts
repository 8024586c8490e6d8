/** Numbers under concurrency, with rollbacks and at the edge of the serial's width (NUM-1). */
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { migrateDown, migrateUp } from '@bihuan/database';
import { PACKS } from '@bihuan/packs';
import { packSchema, Policies } from '@bihuan/policies';
import { testRooms, type TestRooms } from '@bihuan/testing-harness';
import { Numbering } from './numbering';
import { numberingRoom } from './numbering.manifest';
import { numberingMigrations } from './numbering.migrations';
import { NumberOverflows, type NumberOverflow } from './overflows';

const now = new Date('2026-09-17T10:00:00+08:00');
const actor = systemActor('test');

let rooms: TestRooms;
let numbering: Numbering;
let overflows: NumberOverflows;

beforeEach(async () => {
  rooms = await testRooms([numberingRoom], now);
  overflows = new NumberOverflows();
  const pack = packSchema.parse(PACKS.get('atm-5s4e'));
  numbering = new Numbering(new Policies([{ version: 1, effectiveFrom: now, pack }]), overflows);
});
afterEach(() => rooms.close());

const next = (officer: string, at = now, after: (tx: Transaction) => Promise<void> = () => Promise.resolve()) =>
  rooms.work.run(actor, async (tx) => {
    const number = await numbering.next(tx, 'problem-form', { officer, at });
    await after(tx);
    return number;
  });

const serials = (day: string, officer: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${day}${officer}${String(i + 1).padStart(3, '0')}`);

describe('numbers of problem forms', () => {
  it('SYS-05 NUM-1 50 forms at the same time by two officers give gap-free serials per officer and day', async () => {
    const taken = await Promise.all(Array.from({ length: 50 }, (_, i) => next(i % 2 ? '02' : '01')));
    expect([...taken].sort()).toEqual([...serials('20260917', '01', 25), ...serials('20260917', '02', 25)]);
  });

  it('SYS-05 NUM-1 a rollback gives its number back: no gap under 20 parallel transactions', async () => {
    const tries = Array.from({ length: 40 }, (_, i) =>
      next('01', now, () => (i % 2 ? Promise.reject(new Error('refused')) : Promise.resolve())),
    );
    const settled = await Promise.allSettled(tries);
    const taken = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(taken.sort()).toEqual(serials('20260917', '01', 20));
  });

  it('NUM-1 taken at the commit they are gap-free too, under 60 at once of which some fail, beside some taken at once', async () => {
    const tries = Array.from({ length: 60 }, (_, i) =>
      rooms.work.run(actor, async (tx) => {
        const number = await (i % 5 === 0 ? numbering.next : numbering.atCommit).call(numbering, tx, 'problem-form', {
          officer: '01',
          at: now,
        });
        if (i % 3 === 0) throw new Error('refused');
        return number;
      }),
    );
    const settled = await Promise.allSettled(tries);
    const taken = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(taken.sort()).toEqual(serials('20260917', '01', 40));
  });

  it('NUM-1 near the edge of the width the number is taken at once, so that the overflow is told', async () => {
    const told: NumberOverflow[] = [];
    overflows.add('test', (_, overflow) => Promise.resolve(void told.push(overflow)));
    await rooms.work.query('insert into numbering.counter (scope, value) values ($1, 999)', [
      'problem-form/20260917/01',
    ]);
    const number = await rooms.work.run(actor, (tx) =>
      numbering.atCommit(tx, 'problem-form', { officer: '01', at: now }),
    );
    expect(number).toBe('20260917011000');
    expect(told).toHaveLength(1);
  });

  it('NUM-1 the day is that of Shanghai, and each day begins at 001', async () => {
    expect(await next('01', new Date('2026-09-17T15:59:59Z'))).toBe('2026091701001');
    expect(await next('01', new Date('2026-09-17T16:00:00Z'))).toBe('2026091801001');
    expect(await next('012', new Date('2026-09-17T16:00:00Z'))).toBe('20260918012001');
  });

  it('NUM-1 the 1,000th of an officer’s day gets four digits, and the overflow is told in the same transaction', async () => {
    const told: NumberOverflow[] = [];
    overflows.add('test', (_, overflow) => Promise.resolve(void told.push(overflow)));
    await rooms.work.run(actor, (tx) =>
      tx
        .query('insert into numbering.counter (scope, value) values ($1, 998)', ['problem-form/20260917/01'])
        .then(() => undefined),
    );
    expect(await next('01')).toBe('2026091701999');
    expect(told).toEqual([]);
    expect(await next('01')).toBe('20260917011000');
    expect(told).toEqual([{ name: 'problem-form', number: '20260917011000', counterId: expect.any(String) }]);
    expect(await next('01')).toBe('20260917011001');
    expect(told).toHaveLength(1);
  });

  it('NUM-1 RD-8 an officer number that is not two or three digits is refused, no number is used up', async () => {
    for (const officer of ['1', '1234', 'ab', '']) {
      const late = rooms.work.run(actor, (tx) => numbering.atCommit(tx, 'problem-form', { officer, at: now }));
      await expect(late).rejects.toMatchObject({ code: 'no-officer-number', kind: 'invalid' });
      await expect(next(officer)).rejects.toMatchObject({ code: 'no-officer-number', kind: 'invalid' });
    }
    expect(await next('01')).toBe('2026091701001');
  });

  it('PLG-1 the counters go down with rows in place and up again', async () => {
    await next('01');
    const room = { room: 'numbering', migrations: numberingMigrations };
    await migrateDown(rooms.db, room, 9);
    await migrateUp(rooms.db, [room]);
    expect(await next('01')).toBe('2026091701001');
  });
});
