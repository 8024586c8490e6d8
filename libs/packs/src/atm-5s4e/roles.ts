/** Who may do what, and how far it reaches (packs.md Roles; IDN-2). Whoever acts on a record sees it in any case. */

/** Everybody who works here. */
const everybody = {
  'calendars.calendar.read': 'all',
  'alarms.deadline.read': 'own',
  'forms.form.print': 'own',
  'work.task.done': 'own',
};

/** Works on the matters of a unit: its board, its papers, the tasks of a colleague who is away. */
const unitWork = {
  'alarms.deadline.read': 'unit',
  'forms.form.print': 'unit',
  'forms.archive.read': 'unit',
  'notices.sent.read': 'unit',
  'work.task.done': 'unit',
  'customers.customer.read': 'all',
};

/** Reads all matters of the house, changes none. */
const readsAll = {
  'hotline.contact.read': 'all',
  'hotline.problem-form.read': 'all',
  'hotline.register.print': 'all',
  'revisit.task.read': 'all',
  'revisit.register.print': 'all',
  'customers.customer.read': 'all',
  'alarms.deadline.read': 'all',
  'forms.form.print': 'all',
  'forms.archive.read': 'all',
  'notices.sent.read': 'all',
};

const handlesForms = {
  ...unitWork,
  'hotline.problem-form.read': 'unit',
  'hotline.problem-form.accept': 'unit',
  'hotline.problem-form.handle': 'unit',
};

export const roles = [
  {
    id: 'staff',
    title: { zh: '员工', en: 'Staff' },
    grants: everybody,
    positions: [
      'hotline-officer',
      'support-engineer',
      'service-engineer',
      'technical-manager',
      'dispatcher',
      'product-division-head',
      'product-manager',
      'software-head',
      'complaint-supervisor',
      'decision-centre-head',
      'deputy-general-manager',
      'general-manager',
      'hr-specialist',
      'appeal-contact',
    ],
  },
  {
    id: 'hotline-officer',
    title: { zh: '800热线责任人', en: 'Hotline officer' },
    grants: {
      ...unitWork,
      'hotline.contact.take': 'unit',
      'hotline.contact.read': 'unit',
      'hotline.contact.answer': 'unit',
      'hotline.contact.hand-over': 'unit',
      'hotline.problem-form.create': 'unit',
      'hotline.problem-form.read': 'unit',
      'hotline.problem-form.refer': 'unit',
      'hotline.problem-form.answer': 'unit',
      'hotline.problem-form.withdraw': 'unit',
      'hotline.register.print': 'unit',
      'revisit.task.read': 'unit',
      'revisit.task.call': 'unit',
      'revisit.register.print': 'unit',
      'customers.customer.edit': 'all',
    },
    positions: ['hotline-officer'],
  },
  {
    id: 'handler',
    title: { zh: '问题处理者', en: 'Handler' },
    grants: handlesForms,
    positions: ['support-engineer', 'service-engineer', 'product-division-head', 'product-manager', 'software-head'],
  },
  {
    id: 'technical-manager',
    title: { zh: '技术经理', en: 'Technical manager' },
    grants: {
      ...handlesForms,
      ...readsAll,
      'hotline.problem-form.accept': 'all',
      'hotline.problem-form.handle': 'all',
      'hotline.problem-form.audit': 'all',
      'work.task.done': 'unit-and-below',
      'org.certificate.issue': 'all',
      'org.duty.plan': 'unit-and-below',
      'org.duty.record-missed': 'unit-and-below',
    },
    positions: ['technical-manager'],
  },
  {
    id: 'dispatcher',
    title: { zh: '调度员', en: 'Dispatcher' },
    grants: { ...unitWork, 'hotline.problem-form.read': 'unit', 'org.duty.plan': 'unit' },
    positions: ['dispatcher'],
  },
  {
    id: 'supervisor',
    title: { zh: '监督责任人', en: 'Supervisor' },
    grants: { ...readsAll, 'outbox.hand-off.take': 'all', 'org.duty.record-missed': 'all' },
    positions: ['complaint-supervisor'],
  },
  {
    id: 'management',
    title: { zh: '公司领导', en: 'Management' },
    grants: readsAll,
    positions: ['deputy-general-manager', 'general-manager', 'decision-centre-head'],
  },
  {
    id: 'hr',
    title: { zh: '人力', en: 'HR' },
    grants: {
      'org.employee.manage': 'all',
      'org.certificate.issue': 'all',
      'org.duty.plan': 'all',
      'org.duty.record-missed': 'all',
    },
    positions: ['hr-specialist'],
  },
  {
    id: 'administrator',
    title: { zh: '管理员', en: 'Administrator' },
    grants: { '*': 'all' },
    positions: ['administrator'],
  },
];
