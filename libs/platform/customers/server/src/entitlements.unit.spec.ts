import { entitlementsOf } from './entitlements';

const rules = [
  { kind: 'training' as const, months: 3 },
  { kind: 'warranty' as const, months: 12 },
  { kind: 'software-upgrade' as const, months: 24, productLines: ['apm'] },
];
const atm = { productLine: 'atm', installedOn: '2026-02-28', warrantyEnd: null, agreed: [] };

describe('entitlements', () => {
  it('CUS-1b counts the rights of the pack from the install day, the last day included', () => {
    expect(entitlementsOf(atm, rules)).toEqual([
      { kind: 'training', from: '2026-02-28', until: '2026-05-27' },
      { kind: 'warranty', from: '2026-02-28', until: '2027-02-27' },
    ]);
  });

  it('CUS-1b gives a line its own rights', () => {
    const kinds = entitlementsOf({ ...atm, productLine: 'apm' }, rules).map(({ kind }) => kind);
    expect(kinds).toContain('software-upgrade');
  });

  it('CUS-1b takes the warranty end of the equipment before the pack, and an agreement before both', () => {
    const warrantyEnd = '2028-01-01';
    const warranty = { kind: 'warranty' as const, from: '2026-02-28', until: '2030-12-31' };
    expect(entitlementsOf({ ...atm, warrantyEnd }, rules)[1]).toEqual({ ...warranty, until: warrantyEnd });
    expect(entitlementsOf({ ...atm, warrantyEnd, agreed: [warranty] }, rules)[1]).toEqual(warranty);
  });

  it('CUS-1b gives nothing without an install day but what was agreed', () => {
    const agreed = [{ kind: 'training' as const, from: '2026-01-01', until: '2026-01-31' }];
    expect(entitlementsOf({ ...atm, installedOn: null, agreed }, rules)).toEqual(agreed);
  });
});
