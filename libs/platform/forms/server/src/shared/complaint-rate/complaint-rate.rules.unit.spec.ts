/** Complaints ÷ repairs to the digit, and never 0 where nothing was repaired (CMP-16). */
import { complaintRate, rateTotals } from './complaint-rate.rules';

describe('complaint rate', () => {
  it.each([
    [3, 128, '2.34%'],
    [1, 3, '33.33%'],
    [2, 3, '66.67%'],
    [1, 8000, '0.01%'],
    [1, 20_000, '0.01%'],
    [1, 20_001, '0.00%'],
    [5, 4, '125.00%'],
    [0, 40, '0.00%'],
  ])('CMP-16 SYS-25 %i ÷ %i is %s', (complaints, repairs, printed) => {
    expect(complaintRate(complaints, repairs)).toBe(printed);
  });

  it('CMP-16 without a repair it is a dash, with or without a figure', () => {
    expect([complaintRate(2, 0), complaintRate(0, 0), complaintRate(2, null)]).toEqual(['—', '—', '—']);
  });

  it('CMP-16 totals sum what is known and have a rate of their own', () => {
    const rows = [
      { complaints: 3, repairs: 128 },
      { complaints: 1, repairs: 72 },
      { complaints: 1, repairs: null },
    ];
    expect(rateTotals(rows)).toEqual({ complaints: 5, repairs: 200, rate: '2.50%' });
    expect(rateTotals([{ complaints: 1, repairs: null }])).toEqual({ complaints: 1, repairs: null, rate: '—' });
  });
});
