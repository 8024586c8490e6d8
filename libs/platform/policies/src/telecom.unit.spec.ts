/** Figures of packs.md `telecom` that the company and its hotline carry (PCK-1, ORG-1, HOT-1a). */
import { compileCalendar } from '@bihuan/domain';
import { PACKS } from '@bihuan/packs';
import { packSchema } from './pack/pack.schema';

const pack = packSchema.parse(PACKS.get('telecom'));
const { organisation } = pack;
const titles = (entries: readonly { title: { zh: string } }[]) => entries.map(({ title }) => title.zh);

interface Channel {
  readonly code: string;
  readonly title: { zh: string };
  readonly phone: boolean;
  readonly recorded: boolean;
  readonly faceToFace: boolean;
  readonly regulator: boolean;
}
const { channels } = pack.modules['hotline'] as { channels: readonly Channel[] };

describe('telecom', () => {
  it('PCK-1 24×7 for promises, working days of the province unit', () => {
    const [always, days] = pack.calendars;
    expect([always?.code, days?.code]).toEqual(['around-the-clock', 'province-days']);
    const week = compileCalendar({ weekly: always?.weekly ?? {} });
    expect(week.between(new Date('2026-09-14T00:00:00Z'), new Date('2026-09-21T00:00:00Z'))).toBe(7 * 86_400);
    expect([Object.keys(days?.weekly ?? {}), days?.worksOnHolidays]).toEqual([
      ['mon', 'tue', 'wed', 'thu', 'fri'],
      false,
    ]);
    const provinces = organisation.units.filter(({ function: purpose }) => purpose === 'complaint-supervision');
    expect(provinces.map(({ calendar }) => calendar)).toEqual(['province-days', 'province-days', 'province-days']);
  });

  it('ORG-1 CMP-7 the tree has every kind of unit the procedure names, on three levels', () => {
    expect(titles(organisation.functions)).toEqual(
      expect.arrayContaining([
        '投诉处理中心',
        '远端处理单元',
        '投诉业务责任部门',
        '投诉工单处理责任部门',
        '协办部门',
        '后台甄别',
      ]),
    );
    const levels = (code: string): string[] => {
      const unit = organisation.units.find((each) => each.code === code);
      return unit?.parent ? [...levels(unit.parent), code] : [code];
    };
    expect(levels('zhengzhou-remote')).toEqual(['company', 'henan', 'zhengzhou', 'zhengzhou-remote']);
    expect(
      organisation.units.filter(({ function: purpose }) => purpose === 'province').map(({ code }) => code),
    ).toEqual(['henan', 'hubei']);
  });

  it('ORG-1 the second naming is offered: 国家中心 and 省中心', () => {
    expect(organisation.units.flatMap(({ otherNames }) => otherNames ?? [])).toEqual([
      '国家中心',
      '河南省中心',
      '湖北省中心',
    ]);
  });

  it('HOT-1a CMP-1b channels: face-to-face ones need a signature, lines are recorded', () => {
    const having = (flag: 'faceToFace' | 'phone' | 'regulator') =>
      channels.filter((each) => each[flag]).map(({ title }) => title.zh);
    expect(having('faceToFace')).toEqual(
      expect.arrayContaining(['营业厅', '面访客服中心', '客户俱乐部', '社区/客户经理']),
    );
    expect(having('phone')).toEqual(['客服热线', '各级总经理热线']);
    expect(channels.filter(({ phone, recorded }) => phone && !recorded)).toEqual([]);
    expect(channels.filter(({ faceToFace, recorded }) => faceToFace && recorded)).toEqual([]);
    expect(channels.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['letter', 'fax', 'web-question', 'e-mail', 'sms', 'multimedia', 'voice-mail']),
    );
    expect(having('regulator')).toEqual(['监管部门']);
  });

  it('PCK-1 services of mobile and fixed line, levels of customers', () => {
    expect(titles(pack.productLines)).toEqual([
      'GSM',
      'WCDMA',
      '固定电话',
      '宽带/数据',
      '小灵通',
      '公话/话吧',
      '专线',
      '卡类',
    ]);
    expect(pack.customerLevels.map(({ code }) => code)).toEqual([
      'vip',
      'high-end',
      'corporate',
      'special-need',
      'ordinary',
    ]);
  });

  it('HOT-6 the kinds of channel service are those of the seed, 其他 the last', () => {
    const { problemCategories } = pack.modules['hotline'] as {
      problemCategories: readonly { code: string; kinds: readonly { title: { zh: string } }[] }[];
    };
    expect(titles(problemCategories.find(({ code }) => code === 'service')?.kinds ?? [])).toEqual([
      '自建营业厅',
      '合作营业厅',
      '代理商',
      '社区/客户经理',
      '网上营业厅',
      '客服中心',
      '客户俱乐部',
      '其他',
    ]);
  });

  it('PCK-1 it has all seven modules', () => {
    expect(Object.keys(pack.modules)).toHaveLength(7);
  });
});
