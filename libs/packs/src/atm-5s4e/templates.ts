/** Texts of notices of atm-5s4e (NTF-1). Nothing personal stands in them: the record is opened by its number. */

type Words = readonly [zh: string, en: string];

const template = (code: string, title: Words, text: Words) => ({
  code,
  title: { zh: title[0], en: title[1] },
  text: { zh: text[0], en: text[1] },
});

/** The two notices of a clock: nearly due, overdue. `todo` says what is to be done. */
const clock = (code: string, name: Words, todo: Words) => [
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

export const templates = [
  ...clock('referral', ['转交处理部门', 'referral to the handler'], ['请立即转交', 'Please refer it now']),
  ...clock(
    'result',
    ['处理结果返回800', 'result back at the hotline'],
    ['请尽快处理并返回结果', 'Please finish and return it'],
  ),
  ...clock(
    'contact-customer',
    ['工程师联系用户', 'first call to the customer'],
    ['请立即联系用户', 'Please call the customer now'],
  ),
  ...clock(
    'requested-time',
    ['用户要求时间', 'time the customer asked for'],
    ['请按用户要求安排', 'Please act by then or call the customer'],
  ),
  ...clock('revisit', ['电话回访', 'revisit call'], ['请在当日完成回访', 'Please make the call today']),
  template(
    'deadline-warned',
    ['时限即将到期', 'A deadline is nearly due'],
    ['{number} 将于 {dueAt} 到期，请尽快处理。', '{number} is due at {dueAt}; please act soon.'],
  ),
  template(
    'deadline-breached',
    ['时限已超时', 'A deadline is overdue'],
    ['{number} 应于 {dueAt} 完成，现已超时。', '{number} was due at {dueAt} and is overdue.'],
  ),
  template(
    'serial-overflow',
    ['表单流水号超出位数', 'A form serial outgrew its width'],
    [
      '当日流水号已超出设定位数，新编号 {number} 已加宽一位。请核对编号规则。',
      'A serial of the day outgrew its width; number {number} has one digit more. Please look at the numbering pattern.',
    ],
  ),
];
