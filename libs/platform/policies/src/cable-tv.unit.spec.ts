/** Figures of packs.md `cable-tv` that the company and its hotline carry (PCK-1, ORG-1, ORG-3a, DSP-2). */
import { compileCalendar } from '@bihuan/domain';
import { PACKS } from '@bihuan/packs';
import { packSchema } from './pack/pack.schema';

const pack = packSchema.parse(PACKS.get('cable-tv'));
const { organisation } = pack;
const titles = (entries: readonly { title: { zh: string } }[]) => entries.map(({ title }) => title.zh);
const calendarOf = (unit: string) => organisation.units.find(({ code }) => code === unit)?.calendar;

describe('cable-tv', () => {
  it('PCK-1 the call centre works 7×24, the halls 365 days', () => {
    const always = pack.calendars.find(({ code }) => code === calendarOf('call-centre'));
    const week = compileCalendar({ weekly: always?.weekly ?? {} });
    expect(week.between(new Date('2026-09-14T00:00:00Z'), new Date('2026-09-21T00:00:00Z'))).toBe(7 * 86_400);
    const halls = pack.calendars.find(({ code }) => code === calendarOf('hall-east'));
    expect([Object.keys(halls?.weekly ?? {}).length, halls?.worksOnHolidays]).toEqual([7, true]);
  });

  it('PCK-1 posts, systems and levels are the seed’s', () => {
    expect(titles(organisation.positions)).toEqual(
      expect.arrayContaining(['呼叫中心座席', '回访席', '督导', '质检员', '营业员', '客户经理']),
    );
    expect(organisation.units.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['呼叫中心', '调度中心', '运维部', '结算中心', '黄花片站', '跳马片站']),
    );
    expect(titles(pack.productLines)).toEqual(
      expect.arrayContaining(['数字电视', '双向业务', 'BOSS系统', '局域网', '呼叫系统', '频道信源', '中心机房']),
    );
    expect(titles(pack.customerLevels)).toEqual(['VIP客户', '集体单位', '普通客户']);
    expect(pack.faultGrades).toEqual([]);
  });

  it('DSP-2 ORG-3a stations serve regions, have several engineers, one with a licence that ran out', () => {
    const stations = organisation.units.filter(({ function: purpose }) => purpose === 'user-service');
    expect(stations.map(({ code, regions }) => [code, regions])).toEqual([
      ['station-east', ['城东区']],
      ['station-huanghua', ['黄花镇']],
      ['station-tiaoma', ['跳马镇']],
      ['station-west', ['城西区']],
    ]);
    const engineers = organisation.employees.filter(({ position }) => position === 'station-engineer');
    const at = (unit: string) => engineers.filter((each) => each.unit === unit).map(({ user }) => user);
    expect(at('station-huanghua')).toEqual(['engineer2', 'engineer3', 'engineer-expired']);
    expect(at('station-tiaoma')).toEqual(['engineer4', 'engineer-tv']);
    const [expired] = engineers.find(({ user }) => user === 'engineer-expired')?.certificates ?? [];
    expect(expired && expired.expiresOn < '2026-01-01').toBe(true);
    const others = engineers.filter(({ user }) => user !== 'engineer-expired');
    expect(others.every(({ certificates }) => certificates?.every(({ expiresOn }) => expiresOn > '2090'))).toBe(true);
  });

  it('DSP-4 RD-48 every station and branch has a head, and above a station stands its branch', () => {
    const headed = (code: string) => organisation.employees.some(({ unit, head }) => unit === code && head);
    for (const { code, parent } of organisation.units.filter(({ function: purpose }) => purpose === 'user-service')) {
      expect([code, headed(code), parent?.startsWith('branch-'), headed(parent ?? '')]).toEqual([
        code,
        true,
        true,
        true,
      ]);
    }
  });

  it('HOT-1a channels: hotline, hall, web, forum, alarm, repeated complaint', () => {
    const { channels } = pack.modules['hotline'] as { channels: readonly { code: string }[] };
    expect(channels.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['phone', 'hall', 'web-question', 'forum', 'network-alarm', 'repeated-complaint']),
    );
  });

  it('PCK-1 it has these modules, and no appeals', () => {
    expect(Object.keys(pack.modules).sort()).toEqual([
      'appraisal',
      'complaints',
      'dispatch',
      'hotline',
      'reporting',
      'revisit',
    ]);
  });
});
