import { anOrder, MANAGER, solvedOrder, at } from '../test/work-order.builder';
import { dimsOf, measuresOf } from './facts.rules';
import { gradesOf } from './fault-grades.rules';
import { graded } from './working.decide';

describe('what reporting learns', () => {
  it('RPT-2 counts and flags; what is not known yet is absent, and nothing personal is there', () => {
    expect(measuresOf(anOrder())).toEqual({
      repair: 1,
      redispatches: 0,
      overruns: 0,
      refusals: 0,
      'wrong-dispatches': 0,
      replacements: 0,
    });
    const done = graded(
      solvedOrder({ onTime: { respond: true, conclude: false }, rating: 4, redispatches: 1 }),
      { grade: 2, weight: 3, gravity: null, text: '' },
      MANAGER,
      at(60),
    );
    expect(measuresOf(done)).toMatchObject({
      'respond-on-time': 1,
      'conclude-on-time': 0,
      'on-time': 0,
      rating: 4,
      grade: 2,
      'grade-weight': 3,
      'single-visit': 0,
      'left-over': 0,
    });
    expect(JSON.stringify([measuresOf(done), dimsOf(done)])).not.toMatch(/王建国|13812345678|黄花镇|更换跳线/);
  });

  it('RPT-2 a cause in the engineer’s own words stays with the order; a code goes', () => {
    expect(dimsOf(anOrder({ cause: '张三碰断', causeCode: null })).cause).toBeNull();
    expect(dimsOf(solvedOrder()).cause).toBe('line');
  });

  it('DSP-5 a co-operating unit’s part is no second repair', () => {
    expect(measuresOf(anOrder({ source: 'co-operation' }))).toMatchObject({ repair: 0 });
  });
});

describe('fault grades of a month', () => {
  const repair = (engineer: string, grade: number, managerName = '吴海峰') => ({
    engineerId: engineer,
    engineerName: engineer,
    grade,
    managerName,
  });

  it('DSP-7 RD-7 engineer × grade with weights 4-3-2-1; the sum is the sum of the rows', () => {
    const { rows, sum, managers } = gradesOf(
      [repair('甲', 1), repair('乙', 4), repair('甲', 1), repair('甲', 3)],
      [4, 3, 2, 1],
    );
    expect(rows).toEqual([
      { engineer: '乙', g1: 0, g2: 0, g3: 0, g4: 1, total: 1, weighted: 1 },
      { engineer: '甲', g1: 2, g2: 0, g3: 1, g4: 0, total: 3, weighted: 10 },
    ]);
    expect(sum).toEqual({ g1: 2, g2: 0, g3: 1, g4: 1, total: 4, weighted: 11 });
    expect(managers).toEqual(['吴海峰']);
    expect(gradesOf([], [4, 3, 2, 1])).toMatchObject({ rows: [], sum: { total: 0, weighted: 0 } });
  });

  it('DSP-7 two engineers of one name are two rows', () => {
    const twins = [
      { ...repair('张伟', 1), engineerId: 'a' },
      { ...repair('张伟', 2), engineerId: 'b' },
    ];
    expect(gradesOf(twins, [4, 3, 2, 1]).rows).toHaveLength(2);
  });
});
