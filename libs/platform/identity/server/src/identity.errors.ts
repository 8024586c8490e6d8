/** Errors of the identity room. */
import { defineErrors } from '@bihuan/plugin-kit';

export const identityErrors = defineErrors({
  'log-in-refused': {
    kind: 'unauthenticated',
    zh: '用户名或密码不正确。',
    en: 'The user name or the password is wrong.',
  },
  'too-many-attempts': {
    kind: 'too-many',
    zh: '尝试次数过多，请在 {minutes} 分钟后再试。',
    en: 'Too many attempts; try again in {minutes} minutes.',
  },
  'password-change-required': {
    kind: 'forbidden',
    zh: '请先修改初始密码。',
    en: 'Change the first password before anything else.',
  },
  'wrong-password': { kind: 'invalid', zh: '当前密码不正确。', en: 'The present password is wrong.' },
  'password-too-short': {
    kind: 'invalid',
    zh: '密码至少 {length} 个字符。',
    en: 'A password has at least {length} characters.',
  },
  'password-common': {
    kind: 'invalid',
    zh: '该密码过于常见，容易被猜到。',
    en: 'This password is among the most common ones and easily guessed.',
  },
  'password-personal': {
    kind: 'invalid',
    zh: '密码不能包含用户名或姓名。',
    en: 'A password does not contain the user name or the name.',
  },
  'password-unchanged': {
    kind: 'invalid',
    zh: '新密码不能与当前密码相同。',
    en: 'The new password must differ from the present one.',
  },
  'username-taken': { kind: 'invalid', zh: '该用户名已被使用。', en: 'This user name is taken.' },
  'unknown-employee': { kind: 'invalid', zh: '没有该员工。', en: 'There is no such employee.' },
  'employee-has-user': { kind: 'invalid', zh: '该员工已有用户。', en: 'This employee has a user already.' },
  'unknown-role': { kind: 'invalid', zh: '没有该角色。', en: 'There is no such role.' },
  'not-oneself': { kind: 'wrong-state', zh: '不能停用自己的用户。', en: 'Nobody disables his own user.' },
});

/** The error with the field at which it is found; the edge gives the sentence in the reader's language. */
export const atField = (code: keyof typeof identityErrors, pointer: string, params?: Record<string, string | number>) =>
  identityErrors[code]({ errors: [{ pointer, code, detail: '' }], ...(params ? { params } : {}) });
