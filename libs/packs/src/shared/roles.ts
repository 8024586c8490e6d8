/** The roles every company has, with the rights of the platform; modules add theirs (IDN-2). Acting on a record shows it. */
import type { BaseRole, CommonRole, Grants } from '../pack-part';

/** Everybody who works here. */
const everybody: Grants = {
  'calendars.calendar.read': 'all',
  'alarms.deadline.read': 'own',
  'forms.form.print': 'own',
  'work.task.done': 'own',
};

/** Works on the matters of a unit: its board, its papers, the tasks of a colleague who is away. */
const unitWork: Grants = {
  'alarms.deadline.read': 'unit',
  'forms.form.print': 'unit',
  'forms.archive.read': 'unit',
  'notices.sent.read': 'unit',
  'work.task.done': 'unit',
  'customers.customer.read': 'all',
};

/** Reads all matters of the house, changes none. */
const readsAll: Grants = {
  'customers.customer.read': 'all',
  'alarms.deadline.read': 'all',
  'forms.form.print': 'all',
  'forms.archive.read': 'all',
  'notices.sent.read': 'all',
};

const ROLES: Readonly<Record<CommonRole, { readonly title: BaseRole['title']; readonly grants: Grants }>> = {
  staff: { title: { zh: '员工', en: 'Staff' }, grants: everybody },
  'hotline-officer': {
    title: { zh: '热线受理', en: 'Hotline officer' },
    grants: { ...unitWork, 'customers.customer.edit': 'all' },
  },
  handler: { title: { zh: '问题处理者', en: 'Handler' }, grants: unitWork },
  engineer: { title: { zh: '现场工程师', en: 'Field engineer' }, grants: everybody },
  'technical-manager': {
    title: { zh: '技术经理', en: 'Technical manager' },
    grants: {
      ...unitWork,
      ...readsAll,
      'work.task.done': 'unit-and-below',
      'forms.template.manage': 'unit-and-below',
      'org.certificate.issue': 'all',
      'org.duty.plan': 'unit-and-below',
      'org.duty.record-missed': 'unit-and-below',
    },
  },
  dispatcher: { title: { zh: '调度员', en: 'Dispatcher' }, grants: { ...unitWork, 'org.duty.plan': 'unit' } },
  'complaint-officer': {
    title: { zh: '投诉责任人', en: 'Complaint officer' },
    grants: { ...unitWork, 'customers.customer.edit': 'all' },
  },
  'department-head': {
    title: { zh: '部门负责人', en: 'Head of a department' },
    grants: {
      ...unitWork,
      'alarms.deadline.read': 'unit-and-below',
      'notices.sent.read': 'unit-and-below',
      'work.task.done': 'unit-and-below',
      'org.duty.plan': 'unit-and-below',
      'org.duty.record-missed': 'unit-and-below',
      'forms.template.manage': 'unit-and-below',
    },
  },
  'back-office': { title: { zh: '后台甄别', en: 'Back office' }, grants: unitWork },
  'appeals-desk': {
    title: { zh: '申诉联系责任人', en: 'Appeals desk' },
    grants: { ...unitWork, 'customers.customer.edit': 'all' },
  },
  supervisor: {
    title: { zh: '监督责任人', en: 'Supervisor' },
    grants: { ...readsAll, 'outbox.hand-off.take': 'all', 'org.duty.record-missed': 'all' },
  },
  management: { title: { zh: '公司领导', en: 'Management' }, grants: readsAll },
  hr: {
    title: { zh: '人力', en: 'HR' },
    grants: {
      'org.employee.manage': 'all',
      'org.certificate.issue': 'all',
      'org.duty.plan': 'all',
      'org.duty.record-missed': 'all',
    },
  },
  administrator: { title: { zh: '管理员', en: 'Administrator' }, grants: { '*': 'all' } },
};

/** Roles of a company: whoever holds one of the positions has the role. */
export const rolesFor = (positions: Readonly<Record<CommonRole, readonly string[]>>): readonly BaseRole[] =>
  Object.entries(positions).map(([id, holders]) => ({ id, ...ROLES[id as CommonRole], positions: holders }));
