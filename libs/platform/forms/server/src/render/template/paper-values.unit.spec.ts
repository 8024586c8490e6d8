import { clockTime, dateTime, phoneGroups, plainDate, signatureDate } from './paper-values';

const ZONE = 'Asia/Shanghai';

describe('FRM-2 values on paper', () => {
  it('FRM-2 shows an instant in the office zone, whatever its offset', () => {
    expect(dateTime('2026-09-16T18:30:00Z', ZONE)).toBe('2026-09-17 02:30');
    expect(plainDate('2026-09-16T18:30:00Z', ZONE)).toBe('2026-09-17');
    expect(clockTime('2026-09-17T09:05:00+08:00', ZONE)).toBe('09:05');
    expect(signatureDate('2026-09-16T18:30:00Z', ZONE, 'zh-CN')).toBe('2026年9月17日');
  });

  it('FRM-2 leaves room for a date to be written by hand', () => {
    expect(signatureDate(undefined, ZONE, 'zh-CN').replace(/\s/g, '')).toBe('年月日');
    expect(dateTime(undefined, ZONE)).toBe('');
    expect(plainDate('nonsense', ZONE)).toBe('');
  });

  it.each([
    ['13812345678', '138 1234 5678'],
    ['0755-82001234', '0755 8200 1234'],
    ['01065551234', '010 6555 1234'],
    ['138****5678', '138****5678'],
    ['400-800-1234 转 2', '400-800-1234 转 2'],
    ['', ''],
  ])('FRM-2 groups the phone number %s as %s', (number, shown) => {
    expect(phoneGroups(number).join(' ')).toBe(shown);
  });
});
