import { looksLikePhone, nameKey, phoneDigits } from './normalise';

describe('normalise', () => {
  it.each([
    ['13812345678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['008613812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['(0755) 8613-1234', '075586131234'],
    ['0755-86131234 转 801', '075586131234'],
    ['86131234', '86131234'],
    ['+86 0755 86131234', '075586131234'],
    ['', ''],
  ])('CUS-1 reads the phone %s as %s', (given, digits) => expect(phoneDigits(given)).toBe(digits));

  it('CUS-1 compares names without blanks, case and width', () => {
    expect(nameKey(' 招商 银行ＡＴＭ部 ')).toBe('招商银行atm部');
  });

  it('CUS-1 takes words for a phone only when they are digits, four at least', () => {
    expect(looksLikePhone('5678')).toBe(true);
    expect(looksLikePhone('0755-8613')).toBe(true);
    expect(looksLikePhone('567')).toBe(false);
    expect(looksLikePhone('SN5678')).toBe(false);
  });
});
