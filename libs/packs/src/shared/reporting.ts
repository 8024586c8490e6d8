/** What the reports of every company share: rights, the notice that brings one, the reports themselves (RPT-7, IDN-2). */
import type { PackPart } from '../pack-part';
import { both, form, template, type Words } from './words';

const readsAll = {
  'reporting.figure.read': 'all',
  'reporting.report.read': 'own',
  'reporting.register.print': 'all',
} as const;

export const reportingGrants: NonNullable<PackPart['grants']> = {
  staff: { 'reporting.report.read': 'own' },
  'hotline-officer': { 'reporting.figure.read': 'unit' },
  'complaint-officer': { ...readsAll, 'reporting.base.enter': 'all', 'reporting.flow.check': 'all' },
  'department-head': { 'reporting.figure.read': 'unit-and-below', 'reporting.register.print': 'all' },
  'technical-manager': { 'reporting.figure.read': 'unit-and-below' },
  'appeals-desk': readsAll,
  supervisor: {
    ...readsAll,
    'reporting.report.read': 'all',
    'reporting.report.send': 'all',
    'reporting.base.enter': 'all',
    'reporting.flow.check': 'all',
    'reporting.sales.read': 'all',
  },
  management: {
    ...readsAll,
    'reporting.report.read': 'all',
    'reporting.report.send': 'all',
    'reporting.period.close': 'all',
    'reporting.sales.read': 'all',
    'reporting.sales.import': 'all',
    'reporting.base.enter': 'all',
  },
  hr: { 'reporting.figure.read': 'all' },
};

export const reportingTemplates = [
  template(
    'report-sent',
    ['报表已生成', 'A report is ready'],
    ['{title}（{from} 至 {to}）已生成，请查阅。', '{title} ({from} to {to}) is ready for you.'],
  ),
];

/** Holder of copy 1 of form 9. */
export const reportingForms = (holder: string) => [
  form('complaint-rate', '月/季度用户投诉率统计表', 'Complaint rate', [`第一联 ${holder}`]),
];

interface Timing {
  readonly cadence: 'weekly' | 'monthly' | 'quarterly' | 'yearly';
  readonly weekday?: number;
  readonly at: string;
  readonly positions: readonly string[];
}

/** A report that sends itself to inbox and mail. */
const schedule = (code: string, title: Words, [module, formCode]: readonly [string, string], timing: Timing) => ({
  code,
  title: both(title),
  module,
  formCode,
  ...timing,
  channels: ['inbox', 'e-mail'],
  template: 'report-sent',
});

/** Form 10, every Monday over the week before (每七天). */
export const revisitWeekly = (positions: readonly string[]) =>
  schedule('revisit-weekly', ['回访周报', 'Weekly revisit report'], ['revisit', 'revisit-weekly'], {
    cadence: 'weekly',
    weekday: 1,
    at: '08:00',
    positions,
  });

/** Form 11, on the 1st over the month before. */
export const faultGrades = (positions: readonly string[]) =>
  schedule('fault-grades', ['故障等级月报', 'Fault grades of the month'], ['dispatch', 'fault-grades'], {
    cadence: 'monthly',
    at: '07:00',
    positions,
  });

/** Form 9, after the month and after the quarter. */
export const complaintRates = (positions: readonly string[]) => [
  schedule(
    'complaint-rate-month',
    ['月度用户投诉率统计表', 'Complaint rate of the month'],
    ['reporting', 'complaint-rate'],
    {
      cadence: 'monthly',
      at: '00:30',
      positions,
    },
  ),
  schedule(
    'complaint-rate-quarter',
    ['季度用户投诉率统计表', 'Complaint rate of the quarter'],
    ['reporting', 'complaint-rate'],
    { cadence: 'quarterly', at: '00:40', positions },
  ),
];

/** A month is closed before its reports are made. */
export const CLOSE_AT = '00:10';

/** Complaints drawn for the month's sheet while there is still time to check them before the close (RPT-1d). */
export const FLOW_SAMPLE = { size: 20, drawOn: 25, at: '08:00' };
