/** What an entry may say and where it counts (APR-2, APR-3a, APR-7). */
import { franchise } from '../test/section';
import type { Entry } from './entry.state';
import { counterEntry, countingPeriod, difference, entryTerms } from './entry.rules';

const refused = (code: string, pointer: string) =>
  expect.objectContaining({ details: { errors: [expect.objectContaining({ code, pointer })] } });

describe('incentives', () => {
  it('APR-2 SYS-45 points are given or taken, within what the pack allows, never none', () => {
    expect(entryTerms(franchise, { entry: 'incentive', points: 2 })).toEqual({ code: null, points: 2 });
    expect(entryTerms(franchise, { entry: 'incentive', points: -1.5 })).toEqual({ code: null, points: -1.5 });
    for (const points of [0, undefined, 20.01, -21]) {
      expect(() => entryTerms(franchise, { entry: 'incentive', points })).toThrow(
        expect.objectContaining({ kind: 'invalid' }),
      );
    }
    expect(() => entryTerms(franchise, { entry: 'incentive', points: 1, code: 'noise' })).toThrow(
      refused('not-here', '/code'),
    );
  });
});

describe('breaches', () => {
  it('APR-3a the catalogue of franchise has the twelve breaches of the seed, 1–10 points each', () => {
    expect(franchise.breaches.map(({ text }) => text.zh)).toEqual([
      '未按业务流程、服务规范及操作规范',
      '未使用规范服务用语',
      '应答不及时',
      '擅离职守',
      '大声喧哗',
      '看书',
      '与邻台闲聊',
      '私挂用户电话',
      '手机铃声未调振动',
      '与工作无关的QQ、网络游戏、在线电影、网站',
      '接打电话时吃东西、在工作范围内吃饭',
      '长时间拨打私人电话',
    ]);
    expect(franchise.breaches.every(({ from, to }) => from === 1 && to === 10)).toBe(true);
  });

  it('APR-3a a breach is entered by code within its range; without points the lower end counts', () => {
    const enter = (code?: string, points?: number) => entryTerms(franchise, { entry: 'breach', code, points });
    expect(enter('noise', 3)).toEqual({ code: 'noise', points: 3 });
    expect(enter('noise')).toEqual({ code: 'noise', points: 1 });
    expect(() => enter()).toThrow(refused('unknown-breach', '/code'));
    expect(() => enter('sleeping', 3)).toThrow(refused('unknown-breach', '/code'));
    for (const points of [0, 11, 2.5, -1]) {
      expect(() => enter('noise', points)).toThrow(refused('out-of-range', '/points'));
    }
  });
});

describe('checks', () => {
  it('APR-3 a spot check is per cent right, a mistake a case without points', () => {
    const enter = (code?: string, points?: number) => entryTerms(franchise, { entry: 'check', code, points });
    expect(enter('spot-check', 80)).toEqual({ code: 'spot-check', points: 80 });
    expect(enter(undefined, 80)).toEqual({ code: 'spot-check', points: 80 });
    expect(enter('mistake')).toEqual({ code: 'mistake', points: null });
    expect(() => enter('mistake', 1)).toThrow(refused('not-here', '/points'));
    expect(() => enter()).toThrow(refused('percent-needed', '/points'));
    expect(() => enter('guess', 1)).toThrow(refused('unknown-check', '/code'));
  });
});

describe('corrections', () => {
  it('APR-7 a record of a frozen month counts in the next that is open, and says where it belongs', () => {
    expect(countingPeriod('2026-09', ['2026-09', '2026-10'])).toEqual({ period: '2026-09', correctionOf: null });
    expect(countingPeriod('2026-08', ['2026-10', '2026-09'])).toEqual({ period: '2026-09', correctionOf: '2026-08' });
    expect(countingPeriod('2026-11', ['2026-10'])).toBeUndefined();
  });

  it('APR-7 taking back after the cut-off leaves the opposite in the open month; a mean gives nothing back', () => {
    const entry = (more: Partial<Entry>) => ({ code: 'x', points: null, ...more }) as Entry;
    expect(counterEntry(entry({ kind: 'breach', points: 3 }))).toEqual({ code: 'x', points: -3 });
    expect(counterEntry(entry({ kind: 'incentive', points: -2 }))).toEqual({ code: 'x', points: 2 });
    expect(counterEntry(entry({ kind: 'check' }))).toEqual({ code: 'x', points: -1 });
    expect(counterEntry(entry({ kind: 'check', points: 80 }))).toBeUndefined();
  });

  it('APR-7 a sanction lifted after the cut-off gives back points and money in the open month; a mark counts as it is', () => {
    const stands = { kind: 'sanction', points: -5, amount: -5_000 } as const;
    expect(difference(stands, { points: 0, amount: 0 })).toEqual({ points: 5, amount: 5_000 });
    expect(difference(stands, { points: -6, amount: -8_000 })).toEqual({ points: -1, amount: -3_000 });
    expect(difference({ ...stands, kind: 'evaluation' }, { points: 100 })).toEqual({});
  });
});
