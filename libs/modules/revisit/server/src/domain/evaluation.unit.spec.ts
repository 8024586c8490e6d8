/** Scores, proof, what becomes a complaint, sums and means (RVT-8, RD-1). */
import { sectionOf } from '../test/section';
import type { Evaluation } from './evaluation.state';
import {
  complaintText,
  decided,
  demandEvaluation,
  evaluationActions,
  figureOf,
  figuresBy,
  isVeryDissatisfied,
  provesPhone,
  scoresOf,
} from './evaluation.rules';

const { evaluation: section } = sectionOf('atm-5s4e');
if (!section) throw new Error('atm-5s4e has no evaluation');

const NOW = new Date('2026-09-18T10:00:00+08:00');

const anEvaluation = (more: Partial<Evaluation> = {}): Evaluation => ({
  id: 'evaluation',
  version: 1,
  number: '2026091701001',
  state: 'to-confirm',
  customerId: null,
  keyId: 'key',
  dueAt: null,
  createdAt: NOW,
  module: 'hotline',
  kind: 'problem-form',
  matterId: 'form',
  item: 'after-sales',
  project: '2026091701001',
  technicalLevel: 120,
  attitude: -50,
  remark: '迟到两小时',
  month: '2026-09',
  customerName: '王建国',
  evaluator: '',
  phone: '13812345678',
  site: '',
  engineerId: 'engineer',
  engineerName: '陈志强',
  unitId: 'technical-support',
  divisionId: 'product-division',
  officerUnitId: 'hotline',
  replacedBy: null,
  decidedById: null,
  decidedAt: null,
  decision: '',
  complaintId: null,
  complaintNumber: null,
  ...more,
});

describe('scores', () => {
  it('RVT-8 SYS-17 the drop-down runs from −50 to 200 in steps of 10', () => {
    const scores = scoresOf(section.scores);
    expect([scores[0], scores[1], scores.at(-1), scores.length]).toEqual([-50, -40, 200, 26]);
  });

  it.each([
    [-50, true],
    [200, true],
    [0, true],
    [-51, false],
    [201, false],
    [210, false],
    [-60, false],
    [15, false],
    [99.5, false],
    [Number.NaN, false],
  ])('RVT-8 SYS-17 %d is taken: %s', (score, taken) => {
    for (const field of ['technicalLevel', 'attitude'] as const) {
      const give = () =>
        demandEvaluation({ item: 'after-sales', technicalLevel: 100, attitude: 100, [field]: score }, section);
      if (taken) expect(give).not.toThrow();
      else expect(give).toThrow(expect.objectContaining({ kind: 'invalid' }));
    }
  });

  it('RVT-8 pre-sales, engineering and after-sales; another item is refused with the list', () => {
    expect(section.items.map(({ code }) => code)).toEqual(['pre-sales', 'engineering', 'after-sales']);
    expect(() => demandEvaluation({ item: 'catering', technicalLevel: 0, attitude: 0 }, section)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/item' })] }),
      }),
    );
  });
});

it('RVT-8 the last four digits of the phone prove him; a matter without a phone proves nobody', () => {
  expect(provesPhone('138-1234-5678', '5678')).toBe(true);
  expect(provesPhone('0755 8356 1122', '1122')).toBe(true);
  expect(provesPhone('13812345678', '1234')).toBe(false);
  expect(provesPhone('13812345678', '')).toBe(false);
  expect(provesPhone('', '')).toBe(false);
  expect(provesPhone('567', '567')).toBe(false);
});

describe('very dissatisfied', () => {
  it('RVT-8b a score below zero is proposed as a complaint, either of the two', () => {
    expect(isVeryDissatisfied({ technicalLevel: -10, attitude: 200 }, section)).toBe(true);
    expect(isVeryDissatisfied({ technicalLevel: 200, attitude: -50 }, section)).toBe(true);
    expect(isVeryDissatisfied({ technicalLevel: 0, attitude: 0 }, section)).toBe(false);
  });

  it('RVT-8b SYS-18 waits for an officer; confirmed or dismissed once', () => {
    const waiting = anEvaluation();
    expect(evaluationActions(waiting)).toEqual(['confirm', 'dismiss']);
    const confirmed = decided(waiting, 'confirm', '属实', 'officer', NOW);
    expect(confirmed).toMatchObject({ state: 'confirmed', decision: '属实', decidedById: 'officer', decidedAt: NOW });
    expect(() => decided(confirmed, 'dismiss', '不属实', 'officer', NOW)).toThrow(
      expect.objectContaining({ kind: 'wrong-state' }),
    );
    expect(evaluationActions(anEvaluation({ state: 'given' }))).toEqual([]);
  });

  it('RVT-8b the complaint says the scores and his remark', () => {
    expect(complaintText(anEvaluation(), '售后服务')).toBe(
      '客服评价（售后服务）：技术水平 120 分，服务态度 -50 分。迟到两小时',
    );
  });
});

describe('the month', () => {
  it('RVT-8a RD-1 sum and mean are both kept, by engineer, department and division', () => {
    const rows = [
      anEvaluation({ technicalLevel: 100, attitude: 200 }),
      anEvaluation({ technicalLevel: -50, attitude: 60 }),
      anEvaluation({ technicalLevel: 10, attitude: 10, engineerId: 'other', unitId: 'user-service' }),
      anEvaluation({ technicalLevel: 200, attitude: 200, engineerId: null }),
    ];
    expect(figuresBy(rows, ({ engineerId }) => engineerId).get('engineer')).toEqual({
      count: 2,
      technicalLevel: { sum: 50, mean: 25 },
      attitude: { sum: 260, mean: 130 },
      sum: 310,
      mean: 77.5,
    });
    expect([...figuresBy(rows, ({ engineerId }) => engineerId).keys()]).toEqual(['engineer', 'other']);
    expect(figuresBy(rows, ({ unitId }) => unitId).get('technical-support')?.count).toBe(3);
    expect(figuresBy(rows, ({ divisionId }) => divisionId).get('product-division')?.sum).toBe(730);
    expect(figureOf([])).toMatchObject({ count: 0, sum: 0, mean: 0 });
    expect(
      figureOf([
        { technicalLevel: 10, attitude: 10 },
        { technicalLevel: 0, attitude: 0 },
        { technicalLevel: 0, attitude: 10 },
      ]).mean,
    ).toBe(5);
    expect(
      figureOf(Array.from({ length: 3 }, (_, n) => ({ technicalLevel: n === 0 ? 10 : 0, attitude: 0 }))).technicalLevel
        .mean,
    ).toBe(3.33);
  });
});
