/** The reporting module's manifest. */
import { REPORTING_PERMISSIONS as P } from '@bihuan/reporting-contract';
import type { Manifest } from '@bihuan/plugin-kit';
import type { Pack } from '@bihuan/policies';
import { INDICATORS } from './domain/indicators';
import { ReportingModule } from './reporting.module';
import type { ReportingSection } from './reporting.settings';
import { reportingPackSection } from './reporting.settings';
import { reportingMigrations } from './migrations';

const permission = (id: string, zh: string, en: string) => ({ id, title: { zh, en } });

export const manifest: Manifest = {
  id: 'reporting',
  title: { zh: '统计报表', en: 'Reporting' },
  version: '0.1.0',
  needs: [
    'org',
    'identity',
    'customers',
    'policies',
    'numbering',
    'calendars',
    'alarms',
    'notices',
    'work',
    'forms',
    'outbox',
    'matters',
    'exchange',
  ],
  permissions: [
    permission(P.readFigures, '查看统计指标', 'Read figures'),
    permission(P.enterBase, '录入统计基数', 'Enter base figures'),
    permission(P.closePeriod, '统计关账', 'Close periods'),
    permission(P.readReports, '查看已发送报表', 'Read reports sent'),
    permission(P.sendReport, '重新发送报表', 'Send reports again'),
    permission(P.printRegister, '打印统计报表', 'Print reports'),
    permission(P.checkFlow, '流转抽查', 'Check the flow of orders'),
    permission(P.importSales, '导入销售数据', 'Import sales'),
    permission(P.readSales, '查看销售统计', 'Read sales'),
    permission(P.rebuild, '重建统计汇总', 'Make roll-ups anew'),
  ],
  entities: [],
  migrations: reportingMigrations,
  schema: 'reporting',
  events: {
    out: [{ event: 'reporting.period.closed.v1' }],
    in: [
      { event: 'hotline.contact.changed.v1' },
      { event: 'hotline.problem-form.changed.v1' },
      { event: 'dispatch.work-order.changed.v1' },
      { event: 'complaints.complaint.changed.v1' },
      { event: 'appeals.appeal.changed.v1' },
      { event: 'revisit.task.changed.v1' },
      { event: 'revisit.evaluation.changed.v1' },
      { event: 'alarms.deadline.changed.v1' },
    ],
  },
  forms: [],
  sharedForms: ['complaint-rate'],
  packSection: reportingPackSection,
  packCheck: (pack, section) => problemsOf(pack as Pack, section as ReportingSection),
  module: ReportingModule,
};

/** Targets of indicators that exist, templates that exist. */
function problemsOf(pack: Pack, { targets, targetsBy = {}, schedules }: ReportingSection): string[] {
  const known = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
  const templates = new Set(pack.templates.map(({ code }) => code));
  return [
    ...Object.keys(targets)
      .filter((id) => !known.has(id))
      .map((id) => `modules.reporting.targets.${id}: expected the id of an indicator`),
    ...Object.entries(targetsBy)
      .filter(([id, { dimension }]) => !known.get(id)?.dimensions.includes(dimension))
      .map(([id]) => `modules.reporting.targetsBy.${id}: expected an indicator and one of its dimensions`),
    ...schedules
      .filter(({ template }) => !templates.has(template))
      .map(({ code, template }) => `modules.reporting.schedules.${code}.template: no template "${template}"`),
  ];
}
