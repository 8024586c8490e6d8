/** Clocks of atm-5s4e and who is told when they run out (packs.md Deadlines; HOT-5b, HOT-8, HOT-9, RVT-1a). */

/** Told before it is late, at the share the policy warns at (DLN-1). */
const nearDue = (template: string, to: readonly string[]) => ({
  key: 'near-due',
  at: { share: 0.9 },
  action: 'notify',
  to,
  channels: ['inbox'],
  template: `${template}-near-due`,
});

/** Told when it is late. */
const overdue = (template: string, to: readonly string[]) => ({
  key: 'overdue',
  at: { share: 1 },
  action: 'notify',
  to,
  channels: ['inbox', 'e-mail'],
  template: `${template}-overdue`,
});

export const deadlinePolicies = [
  {
    code: 'hotline.referral',
    title: { zh: '转交处理部门', en: 'Referral to the handler' },
    limit: { unit: 'working-hour', value: 2 },
    warnShare: 0.9,
    steps: [nearDue('referral', ['officer']), overdue('referral', ['officer', 'supervisor'])],
  },
  {
    code: 'hotline.result',
    title: { zh: '处理结果返回800', en: 'Result back at the hotline' },
    limit: { unit: 'working-day', value: 2 },
    warnShare: 0.9,
    steps: [
      nearDue('result', ['owner', 'unit-head']),
      // At the breach, then at the opening of each working day of the handlers until the result (HOT-8c).
      { key: 'chase', at: { repeat: 'opening-of-each-working-day' }, action: 'hotline.chase' },
      overdue('result', ['owner', 'unit-head', 'supervisor']),
    ],
  },
  {
    code: 'hotline.contact-customer',
    title: { zh: '工程师联系用户', en: 'Engineer contacts the customer' },
    limit: { unit: 'working-hour', value: 1 },
    warnShare: 0.9,
    steps: [
      nearDue('contact-customer', ['owner', 'unit-head']),
      overdue('contact-customer', ['owner', 'unit-head', 'officer']),
    ],
  },
  {
    code: 'hotline.awaiting-customer',
    title: { zh: '等待用户回复测试结果', en: 'Customer tests and answers' },
    limit: { unit: 'hour', value: 24 },
    warnShare: 0.9,
    steps: [{ key: 'conclude', at: { share: 1 }, action: 'hotline.conclude-silent' }],
  },
  {
    code: 'hotline.requested-time',
    title: { zh: '用户要求时间', en: 'Time the customer asks for' },
    // The customer names the due time himself; there is no limit from a start.
    limit: { unit: 'minute', value: 0 },
    warnShare: 0.9,
    steps: [nearDue('requested-time', ['owner', 'unit-head']), overdue('requested-time', ['owner', 'officer'])],
  },
  {
    code: 'revisit.fault',
    title: { zh: '次日回访', en: 'Revisit the next day' },
    limit: { unit: 'calendar-day', value: 1 },
    warnShare: 0.9,
    steps: [
      nearDue('revisit', ['owner', 'officer']),
      overdue('revisit', ['owner', 'officer', 'unit-head', 'supervisor']),
    ],
  },
];
