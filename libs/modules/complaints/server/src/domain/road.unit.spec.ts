/** CMP-7, CMP-7a … CMP-7d: out by the rules, once onward, raised step by step, back the same way. */
import { aComplaint, CENTRE, NOW, OFFICER, OTHER_UNIT, UNIT } from '../test/complaint.builder';
import { sectionOf } from '../test/section';
import { backAfterCarryOut, demandInCharge, dispatched, fedBack, forwarded, raised, routeOf } from './road.rules';

const telecom = sectionOf('telecom');
const THIRD = '10000000-0000-4000-8000-000000000005';
const sent = (unitId: string) => ({ unitId, reason: '转办', by: OFFICER });
const atUnit = dispatched(aComplaint({ state: 'checked' }, 'telecom'), sent(UNIT), NOW);

describe('the road of an order', () => {
  it('CMP-7a a clear kind goes to the handling department, an unclear one to the business department', () => {
    expect(routeOf(telecom, { business: 'gsm', kind: 'charging' })).toEqual(['henan-billing', 'henan-mobile']);
    expect(routeOf(telecom, { business: 'gsm', kind: 'other' })).toEqual(['henan-mobile']);
    expect(routeOf(telecom, { business: 'broadband', kind: 'business-handling' })).toEqual(['henan-fixed']);
    expect(routeOf(sectionOf('atm-5s4e'), { business: null, kind: 'sales' })).toEqual(['product-division']);
    const unclear = { business: 'gsm', kind: 'other' };
    expect(() => demandInCharge(telecom, unclear, undefined, 'henan-billing')).toThrow(/refused/);
    expect(() => demandInCharge(telecom, unclear, 'zhengzhou-remote', 'henan-network')).toThrow(/refused/);
    expect(() => demandInCharge(telecom, unclear, 'zhengzhou-remote', 'henan-mobile')).not.toThrow();
    expect(() => demandInCharge(telecom, unclear, undefined, 'zhengzhou-remote')).not.toThrow();
    expect(() =>
      demandInCharge(telecom, { business: 'gsm', kind: 'charging' }, undefined, 'henan-billing'),
    ).not.toThrow();
  });

  it('CMP-7b the business department, which found out, sends it to any handling department', () => {
    expect(() =>
      demandInCharge(telecom, { business: 'gsm', kind: 'other' }, 'henan-mobile', 'henan-billing'),
    ).not.toThrow();
  });

  it('CMP-7 a unit passes it on once, and not to one that had it already', () => {
    const second = forwarded(atUnit, sent(OTHER_UNIT), NOW);
    expect(second).toMatchObject({ unitId: OTHER_UNIT, road: [{ unitId: UNIT }, { fromId: UNIT, way: 'forwarded' }] });
    expect(() => forwarded(second, sent(UNIT), NOW)).toThrow(/refused/);
    const back = fedBack(second, '不归我部门', undefined, NOW);
    expect(back.unitId).toBe(UNIT);
    const again = { ...back, road: second.road, unitId: UNIT };
    expect(() => forwarded(again, sent(THIRD), NOW)).toThrow(/already-forwarded/);
  });

  it('CMP-7c feedback climbs the same road back: forwarder, then centre', () => {
    const second = forwarded(atUnit, sent(OTHER_UNIT), NOW);
    const first = fedBack(second, '已核实', undefined, NOW);
    expect(first).toMatchObject({ unitId: UNIT, returnedAt: null });
    const home = fedBack(first, '同意', undefined, NOW);
    expect(home).toMatchObject({ unitId: UNIT, returnedAt: NOW });
    expect(home.road.map(({ feedback }) => feedback)).toEqual(['同意', '已核实']);
  });

  it('CMP-7c raised step by step, no further than the last', () => {
    const levels = [CENTRE, THIRD];
    const province = raised(atUnit, levels, { reason: '超权限', by: OFFICER }, NOW);
    expect(province).toMatchObject({ unitId: CENTRE });
    const headquarters = raised(province, levels, { reason: '需协调', by: OFFICER }, NOW);
    expect(headquarters.unitId).toBe(THIRD);
    expect(() => raised(headquarters, levels, { reason: '再上报', by: OFFICER }, NOW)).toThrow(/nowhere-to-raise/);
    expect(fedBack(headquarters, '已协调', undefined, NOW).unitId).toBe(CENTRE);
  });

  it('CMP-7d a kind with a road of its own goes straight to the intake unit, or to the business department', () => {
    const far = forwarded(forwarded(atUnit, sent(OTHER_UNIT), NOW), sent(THIRD), NOW);
    expect(fedBack(far, '已协调', 'intake', NOW)).toMatchObject({ returnedAt: NOW });
    expect(fedBack(far, '已协调', { unitId: UNIT }, NOW)).toMatchObject({ unitId: UNIT, returnedAt: null });
    expect(fedBack(far, '已协调', undefined, NOW)).toMatchObject({ unitId: OTHER_UNIT, returnedAt: null });
  });

  it('CMP-7c carried out by the unit the centre sent it to, it is back; a forwarder still waits', () => {
    expect(backAfterCarryOut(atUnit, NOW).returnedAt).toBe(NOW);
    expect(backAfterCarryOut(forwarded(atUnit, sent(OTHER_UNIT), NOW), NOW).returnedAt).toBeNull();
  });

  it('CMP-4d what the head acknowledged after the relay stays acknowledged when it is dispatched to him', () => {
    const relay = { unitId: UNIT, by: OFFICER, at: NOW.toISOString(), text: '' };
    const acknowledged = { text: '收到', by: OFFICER, at: NOW.toISOString() };
    const relayed = aComplaint({ state: 'checked', relay, acknowledged, unitId: UNIT });
    expect(dispatched(relayed, sent(UNIT), NOW).acknowledged).toEqual(acknowledged);
    expect(dispatched(relayed, sent(OTHER_UNIT), NOW).acknowledged).toBeNull();
  });
});
