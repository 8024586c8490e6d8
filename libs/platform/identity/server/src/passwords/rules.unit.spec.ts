/** What a password must be (IDN-1). */
import { hashPassword, verifyPassword } from './hash';
import { passwordFault, randomPassword } from './rules';

test.each([
  ['short1!', 'password-too-short'],
  ['一二三四五六七', 'password-too-short'],
  ['Password123', 'password-common'],
  ['aaaaaaaaaaaa', 'password-common'],
  ['1qaz2wsx', 'password-common'],
  ['hello AGENT 7', 'password-personal'],
  ['林晓燕的密码很好记', 'password-personal'],
  ['correct horse', undefined],
  ['demo-5S4E', undefined],
])('IDN-1 the rules say of %s: %s', (password, fault) => {
  expect(passwordFault(password, ['agent', '林晓燕', '1'])).toBe(fault);
});

test('IDN-1 a first password keeps the rules and is never the same', () => {
  const made = new Set(Array.from({ length: 50 }, randomPassword));
  expect(made.size).toBe(50);
  for (const password of made) {
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(passwordFault(password, ['agent'])).toBeUndefined();
  }
});

test('IDN-1 passwords are kept as argon2id at the floor of OWASP', async () => {
  const stored = await hashPassword('correct horse');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, 'correct horse')).toBe(true);
  expect(await verifyPassword(stored, 'correct horsE')).toBe(false);
});
