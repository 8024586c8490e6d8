/** Steps that most clocks share, told before and after the due time, and the texts that go with them (DLN-1, NTF-1). */
import { template, type Words } from './words';

/** Told before it is late, at the share the policy warns at; its text is `<template>-near-due`. */
export const nearDue = (name: string, to: readonly string[], share = 0.9) => ({
  key: 'near-due',
  at: { share },
  action: 'notify',
  to,
  channels: ['inbox'],
  template: `${name}-near-due`,
});

/** Told when it is late; its text is `<template>-overdue`. */
export const overdue = (name: string, to: readonly string[], channels: readonly string[] = ['inbox', 'e-mail']) => ({
  key: 'overdue',
  at: { share: 1 },
  action: 'notify',
  to,
  channels,
  template: `${name}-overdue`,
});

/** The two notices of a clock: nearly due, overdue. `todo` says what is to be done. */
export const clockTemplates = (code: string, name: Words, todo: Words) => [
  template(
    `${code}-near-due`,
    [`即将到期：${name[0]}`, `Nearly due: ${name[1]}`],
    [`{number} ${name[0]}将于 {dueAt} 到期，${todo[0]}。`, `{number}: ${name[1]} is due at {dueAt}. ${todo[1]}.`],
  ),
  template(
    `${code}-overdue`,
    [`已超时：${name[0]}`, `Overdue: ${name[1]}`],
    [
      `{number} ${name[0]}应于 {dueAt} 完成，现已超时，${todo[0]}。`,
      `{number}: ${name[1]} was due at {dueAt}. ${todo[1]}.`,
    ],
  ),
];
