import { sectionOf } from '../test/section';
import { demandCause, demandCodes, demandGrade, demandHall, typeOf } from './codes.rules';

const cable = sectionOf('cable-tv');
const atm = sectionOf('atm-5s4e');
const lists = { productLines: [{ code: 'digital-tv' }], grades: [1, 2, 3, 4] };
const order = { type: 'fault-repair', customerClass: 'ordinary' };

const refused = (pointer: string, code: string, detail?: string) =>
  expect.objectContaining({
    code: 'invalid-input',
    details: {
      errors: [
        expect.objectContaining({
          pointer,
          code,
          ...(detail ? { detail: expect.stringContaining(detail) as string } : {}),
        }),
      ],
    },
  }) as Error;

describe('codes of an order', () => {
  it('DSP-1a types are the pack’s: another is refused with the list', () => {
    expect(typeOf(cable, 'service-opening').title.zh).toBe('业务开通');
    expect(() => demandCodes(cable, { ...order, type: 'expert-consultation' }, lists)).toThrow(
      refused('/type', 'unknown-code', 'fault-repair, installation, service-opening'),
    );
    expect(typeOf(atm, 'expert-consultation').title.zh).toContain('教授小组');
  });

  it('DSP-1 class, layer, priority, product line and gravity must be on the pack’s lists', () => {
    const bad = (more: object, pointer: string, code = 'unknown-code') =>
      expect(() => demandCodes(cable, { ...order, ...more }, lists)).toThrow(refused(pointer, code));
    bad({ customerClass: 'gold' }, '/customerClass');
    bad({ faultLayer: 'core' }, '/faultLayer');
    bad({ priority: 'high' }, '/priority');
    bad({ productLine: 'atm' }, '/productLine');
    bad({ gravity: 5 }, '/gravity', 'unknown-grade');
    expect(() =>
      demandCodes(
        cable,
        { ...order, faultLayer: 'access', priority: 'urgent', productLine: 'digital-tv', gravity: 1 },
        lists,
      ),
    ).not.toThrow();
  });

  it('DSP-1 a layer is refused where the type or the pack has none', () => {
    const none = refused('/faultLayer', 'unknown-code', '没有此项');
    expect(() => demandCodes(cable, { ...order, type: 'service-opening', faultLayer: 'access' }, lists)).toThrow(none);
    expect(() => demandCodes(atm, { ...order, faultLayer: 'access' }, lists)).toThrow(none);
  });

  it('DSP-1b an order of a hall names the hall; no other names one', () => {
    expect(() => demandHall({ source: 'hall' })).toThrow(refused('/hallId', 'hall-required'));
    expect(() => demandHall({ source: 'direct', clerkId: 'c' })).toThrow(refused('/clerkId', 'no-hall'));
    expect(() => demandHall({ hallId: 'h' })).toThrow(refused('/hallId', 'no-hall'));
    expect(() => demandHall({ source: 'hall', hallId: 'h', clerkId: 'c' })).not.toThrow();
    expect(() => demandHall({})).not.toThrow();
  });

  it('DSP-6 the cause is one of the pack’s where it has a list, the engineer’s own words where it has none', () => {
    expect(() => demandCause(cable, '不明')).toThrow(refused('/cause', 'unknown-code', 'fibre-cut'));
    expect(() => demandCause(cable, 'fibre-cut')).not.toThrow();
    expect(() => demandCause(atm, '出钞皮带磨损')).not.toThrow();
  });

  it('DSP-7 RD-7 a grade is one of the pack’s four; a pack without grades takes none', () => {
    expect(() => demandGrade([1, 2, 3, 4], 5, '/grade')).toThrow(refused('/grade', 'unknown-grade', '1, 2, 3, 4'));
    expect(() => demandGrade([], 1, '/grade')).toThrow(refused('/grade', 'unknown-grade'));
    expect(() => demandGrade([1, 2, 3, 4], 4, '/grade')).not.toThrow();
  });
});

describe('packs', () => {
  it('DSP-1a the kinds of packs.md are in the packs: those 5S4E adds, cable’s router at the account manager', () => {
    expect(atm.types.map(({ code }) => code)).toEqual([
      'fault-repair',
      'remote-diagnosis',
      'installation',
      'inspection',
      'preventive-care',
      'workshop-repair',
      'second-level-repair',
      'expert-consultation',
      'consumables',
      'protective-equipment',
      'training',
      'complaint-follow-up',
    ]);
    expect(typeOf(cable, 'router-hub').positions).toEqual(['account-manager']);
    expect(typeOf(sectionOf('franchise'), 'shop-visit').title.zh).toBe('到店服务');
  });

  it('DSP-7 all repairs of 5S4E are graded, none of the other packs', () => {
    for (const type of atm.types) expect(type.graded).toBe(type.repair);
    for (const id of ['cable-tv', 'franchise', 'telecom']) {
      expect(sectionOf(id).types.some(({ graded }) => graded)).toBe(false);
    }
  });

  it('DSP-8a the code has six digits, is good for 15 minutes and three tries, in every pack', () => {
    for (const id of ['atm-5s4e', 'cable-tv', 'franchise', 'telecom']) {
      expect(sectionOf(id).signingCode).toMatchObject({ digits: 6, minutes: 15, tries: 3 });
    }
  });
});
