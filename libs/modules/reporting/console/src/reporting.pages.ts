/** Pages of the reporting module: menu, route and permission in one object each. */
import { definePages } from '@bihuan/console-kit';
import { REPORTING_PERMISSIONS } from '@bihuan/reporting-contract';
import { reportingWords } from './locales/words';
import { BaseFiguresPage } from './pages/base-figures.page';
import { DashboardPage } from './pages/dashboard.page';
import { FigureCasesPage } from './pages/figure-cases.page';
import { FlowSheetPage } from './pages/flow-sheet.page';
import { IndicatorPage } from './pages/indicator.page';
import { IndicatorsPage } from './pages/indicators.page';
import { PeriodsPage } from './pages/periods.page';
import { ReportsPage } from './pages/reports.page';
import { SalesPage } from './pages/sales.page';

const { readFigures, enterBase, closePeriod, checkFlow, readReports, sendReport, readSales } = REPORTING_PERMISSIONS;

export const reportingPages = definePages({
  room: 'reporting',
  pages: [
    {
      path: 'dashboard',
      page: DashboardPage,
      permissions: [readFigures],
      // Whoever sends the house's reports looks after all of it; other readers of figures after their own unit.
      first: [
        { permission: sendReport, rank: 20 },
        { permission: readFigures, rank: 60 },
      ],
      menu: { title: { zh: '统计看板', en: 'Dashboard' }, order: 2, group: 'today' },
    },
    {
      path: 'figures',
      page: IndicatorsPage,
      permissions: [readFigures],
      menu: { title: { zh: '指标', en: 'Indicators' }, order: 50, group: 'paper' },
    },
    { path: 'figures/:id', page: IndicatorPage, permissions: [readFigures] },
    { path: 'figures/:id/cases', page: FigureCasesPage, permissions: [readFigures] },
    {
      path: 'sales',
      page: SalesPage,
      permissions: [readSales],
      menu: { title: { zh: '销售业绩', en: 'Sales' }, order: 52, group: 'paper' },
    },
    {
      path: 'reports',
      page: ReportsPage,
      permissions: [readReports, sendReport],
      menu: { title: { zh: '定期报表', en: 'Scheduled reports' }, order: 54, group: 'paper' },
    },
    {
      path: 'base-figures',
      page: BaseFiguresPage,
      permissions: [enterBase],
      menu: { title: { zh: '基数录入', en: 'Base figures' }, order: 56, group: 'paper' },
    },
    {
      path: 'flow-sheet',
      page: FlowSheetPage,
      permissions: [checkFlow],
      menu: { title: { zh: '流转抽查', en: 'Flow sheet' }, order: 57, group: 'paper' },
    },
    {
      path: 'reporting-periods',
      page: PeriodsPage,
      permissions: [closePeriod],
      menu: { title: { zh: '月度关账', en: 'Closed months' }, order: 58, group: 'paper' },
    },
  ],
  words: reportingWords,
});
