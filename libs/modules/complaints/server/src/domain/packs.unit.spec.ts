/** The sections of the four packs are read, and their stages fit into their promises (RD-9, CMP-2, CMP-4). */
import { packOf, sectionOf } from '../test/section';
import { limitProblems, sectionProblems } from './limits.rules';

const PACKS = ['atm-5s4e', 'franchise', 'telecom', 'cable-tv'];

describe('complaints of the packs', () => {
  it.each(PACKS)('CMP-4 the section of %s names only policies and units its pack has', (id) => {
    expect(sectionProblems(sectionOf(id), packOf(id))).toEqual([]);
  });

  it('CMP-4a RD-9 fill + check + upper limit + answer do not exceed the promise of a level', () => {
    const { deadlinePolicies } = packOf('telecom');
    const section = sectionOf('telecom');
    expect(Object.keys(section.limits?.byLevel ?? {})).toEqual(['ordinary', 'province', 'nation']);
    expect(limitProblems(section, deadlinePolicies)).toEqual([]);
    const longer = deadlinePolicies.map((policy) =>
      policy.code === 'complaints.answer' ? { ...policy, limit: { unit: 'hour', value: 4 } } : policy,
    );
    expect(limitProblems(section, longer)).toEqual([
      expect.stringContaining('ordinary: the stages add up to 25 h, the promise is 24 h'),
    ]);
    const working = deadlinePolicies.map((policy) =>
      policy.code === 'complaints.check' ? { ...policy, limit: { unit: 'working-hour', value: 1 } } : policy,
    );
    expect(limitProblems(section, working)).toHaveLength(3);
  });

  it('CMP-4 a section with a policy or a unit that does not exist is refused with its name', () => {
    const { deadlinePolicies, organisation } = packOf('atm-5s4e');
    const without = {
      deadlinePolicies: deadlinePolicies.filter(({ code }) => code !== 'complaints.plan'),
      organisation: { units: organisation.units.filter(({ code }) => code !== 'hr-pr') },
    };
    expect(sectionProblems(sectionOf('atm-5s4e'), without)).toEqual([
      expect.stringContaining('"complaints.plan"'),
      expect.stringContaining('"hr-pr"'),
    ]);
  });

  it('CMP-2 telecom has the lines, kinds, levels and causes of its seed', () => {
    const { businesses, kinds, levels, causes, symptoms } = sectionOf('telecom');
    const titles = (group: string) => businesses.filter((one) => one.group === group).map(({ title }) => title.zh);
    expect(titles('mobile')).toEqual(['GSM', 'WCDMA', '移动其他']);
    expect(titles('fixed')).toEqual(['固定电话', '宽带/数据', '小灵通', '公话/话吧', '专线', '卡类', '固网其他']);
    expect(titles('value-added')).toEqual(['移动数据', '短信', '语音', '固网数据', '增值其他']);
    expect(titles('channel').slice(0, -1)).toEqual([
      '自建营业厅',
      '合作营业厅',
      '代理商',
      '社区/客户经理',
      '网上营业厅',
      '客服中心',
      '客户俱乐部',
    ]);
    const kindsOf = (code: string) => {
      const own = businesses.find((one) => one.code === code)?.kinds ?? [];
      return own.map((kind) => kinds.find((one) => one.code === kind)?.title.zh);
    };
    expect(kindsOf('gsm')).toEqual(['网络质量', '互联互通', '漫游', '长途来话', '话单争议', '计费', '其他']);
    expect(kindsOf('broadband')).toEqual(['网内通信质量', '网间通信质量', '资费争议', '业务办理', '其他']);
    expect(kindsOf('mobile-data')).toEqual(['网络质量', '终端', '计费', '收费', '网站问题', '定制退定', '其他']);
    expect(levels.map(({ title }) => title.zh)).toEqual(['一般投诉', '省级投诉', '全国级投诉', '升级投诉']);
    expect(causes).toHaveLength(8);
    expect(symptoms.length).toBeGreaterThan(1);
  });
});
