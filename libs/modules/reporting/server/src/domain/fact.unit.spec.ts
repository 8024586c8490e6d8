/** What is derived from a case, and what it adds to the roll-ups (RPT-1a, RPT-1d, RPT-2, RPT-8). */
import type { CaseFact } from '@bihuan/events';
import { aFact, UNIT_A, UNIT_B } from '../test/fact.builder';
import { cubeFor, deltasOf, factRow } from './fact.rules';
import { instantOf, localOf } from './local-time.rules';

const local = { day: '2026-09-17', hour: 10 };
const measures = (more: Partial<CaseFact>, module = 'complaints') => factRow(module, aFact(more), local).measures;

describe('derived measures', () => {
  it.each([
    [{}, 1],
    [{ returns: 1 }, 0],
    [{ 'wrong-dispatch': 1 }, 0],
    [{ 'check-on-time': 1, 'answer-on-time': 0 }, 0],
    [{ 'check-on-time': 1, 'answer-on-time': 1 }, 1],
  ])('RPT-1d of %j the flow was right: %i', (told, right) => {
    expect(measures({ measures: told })['flow-right']).toBe(right);
  });

  it('RPT-1a first-contact resolution wants both: without dispatch and in time; what is not known is absent', () => {
    expect(measures({ measures: { 'first-contact': 1, 'on-time': 1 } })['first-contact-in-time']).toBe(1);
    expect(measures({ measures: { 'first-contact': 1, 'on-time': 0 } })['first-contact-in-time']).toBe(0);
    expect(measures({ measures: {} })).not.toHaveProperty('first-contact-in-time');
  });

  it('RPT-1a concluded after referral is concluded and dispatched; withdrawn ones do not count as complaints', () => {
    const concludedAt = '2026-09-18T10:30:00+08:00';
    expect(measures({ concludedAt, measures: { dispatched: 1 } })).toMatchObject({
      'concluded-after-referral': 1,
      counted: 1,
    });
    expect(measures({ concludedAt, measures: { dispatched: 0 } })['concluded-after-referral']).toBe(0);
    expect(measures({ measures: { withdrawn: 1 } })['counted']).toBe(0);
  });

  it('RPT-1b the time to the answer is elapsed, from intake', () => {
    expect(measures({ answeredAt: '2026-09-17T12:30:00+08:00' })['seconds-to-answer']).toBe(7200);
    expect(measures({})).not.toHaveProperty('seconds-to-answer');
  });

  it('RPT-1h an order once sent wrongly is no right dispatch; a replaced evaluation counts no points', () => {
    expect(measures({ kind: 'work-order', measures: { 'wrong-dispatches': 1 } }, 'dispatch')['dispatch-right']).toBe(0);
    expect(measures({ kind: 'work-order', measures: {} }, 'dispatch')['dispatch-right']).toBe(1);
    const given = { counts: 0, attitude: 150, 'technical-level': 90 };
    expect(measures({ kind: 'evaluation', measures: given }, 'revisit')).toMatchObject({ 'attitude-counted': 0 });
    expect(measures({ kind: 'evaluation', measures: { ...given, counts: 1 } }, 'revisit')).toMatchObject({
      'attitude-counted': 150,
      'technical-level-counted': 90,
    });
  });

  it('RD-42 until somebody else has it, the unit that took it in is responsible', () => {
    expect(factRow('complaints', aFact(), local).dims['unit']).toBe(UNIT_A);
    expect(factRow('complaints', aFact({ unitId: UNIT_B }), local).dims['unit']).toBe(UNIT_B);
  });
});

describe('roll-ups', () => {
  const rolled = new Set(['cases', 'counted', 'known:on-time']);

  it('RPT-8 a row taken away takes exactly what it added', () => {
    const row = factRow('complaints', aFact({ measures: { 'on-time': 0 } }), local);
    const added = deltasOf(row, 1, rolled);
    const taken = deltasOf(row, -1, rolled);
    expect(added.length).toBeGreaterThan(0);
    expect(taken).toEqual(added.map((delta) => ({ ...delta, value: -delta.value })));
    const [total] = added.filter(({ cube, measure }) => cube === 'total' && measure === 'known:on-time');
    expect(total).toMatchObject({ month: '2026-09', codes: [], value: 1 });
    expect(new Set(added.map(({ measure }) => measure))).toEqual(rolled);
  });

  it('RPT-8 the smallest roll-up that tells what is asked is read, and the rows where none does', () => {
    expect(cubeFor('complaints.complaint', [])?.name).toBe('total');
    expect(cubeFor('complaints.complaint', ['month'])?.name).toBe('total');
    expect(cubeFor('complaints.complaint', ['level', 'channel', 'kind'])?.name).toBe('kind-level-channel');
    expect(cubeFor('complaints.complaint', ['person'])?.name).toBe('unit-person');
    expect(cubeFor('complaints.complaint', ['symptom'])).toBeUndefined();
    expect(cubeFor('complaints.complaint', ['type'])).toBeUndefined();
    expect(cubeFor('dispatch.work-order', ['type'])?.name).toBe('type-class-layer');
  });
});

describe('local time', () => {
  it('RPT-2 a case belongs to the day and hour of the company’s clock', () => {
    expect(localOf(new Date('2026-09-30T16:00:00Z'), 'Asia/Shanghai')).toEqual({ day: '2026-10-01', hour: 0 });
    expect(instantOf('2026-10-01', '00:10', 'Asia/Shanghai').toISOString()).toBe('2026-09-30T16:10:00.000Z');
    expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOf('2026-07-01', '08:00', 'Europe/Berlin').toISOString()).toBe('2026-07-01T06:00:00.000Z');
  });
});
