/** An equation of the month holds only between the same figures. */
import { Ledger } from './ledger';

test('npm run demo: unlike figures break an equation, shares are compared to a millionth', () => {
  const ledger = new Ledger();
  ledger.figure('complaints', '投诉', 'complaints', 10);
  ledger.equal('登记 = 表7', 'registered = rows', 10, 10);
  ledger.equal('投诉率', 'rate', 10 / 26, 0.384_615_384_6);
  ledger.equal('维修', 'repairs', 26, 25);
  ledger.equal('没有比率', 'no rate', Number.NaN, Number.NaN);
  expect(ledger.proofs.map(({ holds }) => holds)).toEqual([true, true, false, false]);
  expect(ledger.figures).toEqual([{ module: 'complaints', zh: '投诉', en: 'complaints', value: 10 }]);
});
