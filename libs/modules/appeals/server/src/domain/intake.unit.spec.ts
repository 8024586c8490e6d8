import { aComplaint } from '../test/appeal.builder';
import { atm, telecom } from '../test/section';
import { likeness, phoneDigits, rankCandidates } from './candidates.rules';
import { codeOf, codesOf } from './codes.rules';
import { hasPriority, standingOf } from './queue.rules';

const LEVELS = ['vip', 'high-end', 'corporate', 'special-need', 'ordinary'];

describe('intake of an appeal', () => {
  it('APL-1 a regulator, business or nature the pack has not is refused with the list; titles are taken', () => {
    for (const [list, pointer] of [
      [telecom.regulators, '/regulator'],
      [telecom.businesses, '/business'],
      [telecom.natures, '/nature'],
    ] as const) {
      let detail = '';
      try {
        codeOf(list, 'weather', pointer);
      } catch (error) {
        const { details } = error as { details: { errors: { pointer: string; detail: string }[] } };
        expect(details.errors[0]?.pointer).toBe(pointer);
        detail = details.errors[0]?.detail ?? '';
      }
      for (const { code } of list) expect(detail).toContain(code);
    }
    expect(codeOf(telecom.regulators, '部申诉受理中心', '/regulator')).toBe('ministry-centre');
    expect(codeOf(telecom.businesses, '互联网', '/business')).toBe('internet');
  });

  it('APL-1 all lists of packs.md telecom are there', () => {
    expect(telecom.businesses.map(({ title }) => title.zh)).toEqual(['固定电话', '基础数据', '互联网', '卡类', '其它']);
    expect(telecom.natures.map(({ title }) => title.zh)).toEqual(['收费争议', '通信质量', '服务质量', '其它']);
    expect(telecom.regulators.slice(0, 5).map(({ title }) => title.zh)).toEqual([
      '部申诉受理中心',
      '省通信管理局',
      '省电信管理局',
      '中国消费者协会',
      '省消费者协会',
    ]);
    expect(telecom.channels.map(({ title }) => title.zh)).toEqual([
      '电话（12300）',
      '传真',
      '电子邮件',
      '语音信箱',
      '来人',
      '来函',
    ]);
  });

  it('APL-1 a pack without lists takes words', () => {
    expect(codeOf(atm.regulators, '市场监督管理局', '/regulator')).toBe('市场监督管理局');
    expect(codesOf(telecom.gravities, ['media', '媒体关注', 'court'], '/gravity')).toEqual(['media', 'court']);
  });

  it('APL-1 SYS-70 the earlier complaint is proposed by phone and matter, the likest first', () => {
    const ranked = rankCandidates(
      { phone: '138-1234-5678', customerId: null, matter: '宽带包年费用被重复扣收，多次投诉未退' },
      [
        aComplaint({ id: 'roaming', matter: '漫游资费不清楚' }),
        aComplaint({ id: 'broadband', matter: '宽带包年费重复扣费' }),
        aComplaint({ id: 'stranger', phone: '13900000000', matter: '宽带包年费用被重复扣收' }),
      ],
    );
    expect(ranked.map(({ complaint }) => complaint.id)).toEqual(['broadband', 'roaming']);
    expect(ranked.map(({ reasons }) => reasons)).toEqual([['phone', 'matter'], ['phone']]);
  });

  it('APL-1 the customer on file proposes too, and at the same likeness the later complaint stands first', () => {
    const at = (day: string) => new Date(`2026-08-${day}T09:00:00+08:00`);
    const ranked = rankCandidates({ phone: '', customerId: 'c', matter: '断网' }, [
      aComplaint({ id: 'early', customerId: 'c', phone: '', matter: '断网', registeredAt: at('01') }),
      aComplaint({ id: 'late', customerId: 'c', phone: '', matter: '断网', registeredAt: at('02') }),
      aComplaint({ id: 'nobody', phone: '', matter: '断网' }),
    ]);
    expect(ranked.map(({ complaint }) => complaint.id)).toEqual(['late', 'early']);
  });

  it('APL-1 likeness is 1 for the same words, 0 for none in common, whatever the punctuation', () => {
    expect(likeness('宽带，断网！', '宽带断网')).toBe(1);
    expect(likeness('宽带断网', '漫游资费')).toBe(0);
    expect(likeness('', '宽带')).toBe(0);
    expect(phoneDigits('0371-6532 1000')).toBe('037165321000');
  });

  it('APL-2b the queue goes by importance, then gravity', () => {
    const standing = (level: string | null, gravity: string[] = []) => {
      const { importance, gravityRank } = standingOf(telecom, LEVELS, { level, gravity });
      return importance * 100 + gravityRank;
    };
    const order = [
      standing('vip', ['media']),
      standing('vip', ['court', 'crisis']),
      standing('vip'),
      standing('ordinary', ['media']),
      standing('ordinary'),
      standing(null, ['media']),
      standing(null),
    ];
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(new Set(order).size).toBe(order.length);
  });

  it('APL-2a VIP and gravity have priority, others have not', () => {
    expect(hasPriority(telecom, { level: 'vip', gravity: [] })).toBe(true);
    expect(hasPriority(telecom, { level: null, gravity: ['media'] })).toBe(true);
    expect(hasPriority(telecom, { level: 'ordinary', gravity: [] })).toBe(false);
  });

  it('APL-10 the four principles are texts of the pack', () => {
    expect(telecom.principles.map(({ code }) => code)).toEqual(['keep-promises', 'correct-faults', 'guide', 'clarify']);
    expect(telecom.principles.map(({ title }) => title.zh.slice(0, 4))).toEqual([
      '有诺必践',
      '有错必纠',
      '无责引导',
      '无错澄清',
    ]);
  });
});
