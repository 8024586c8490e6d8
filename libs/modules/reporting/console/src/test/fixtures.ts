/** Figures as the contract gives them, for page specs. */
import { listOf, type Fixture, type Sent } from '@bihuan/console-kit';
import { figureView, indicatorView, type FigureView, type IndicatorView } from '@bihuan/reporting-contract';

export const id = (digit: number): string => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;

export const UNITS = [
  { id: id(6), code: 'after-sales', name: '售后服务部', function: 'user-service', parentId: null, calendar: 'office' },
  { id: id(7), code: 'hotline', name: '热线中心', function: 'hotline', parentId: null, calendar: 'office' },
];

const both = (zh: string) => ({ zh, en: zh });

/** An indicator of complaints; the fields that matter are given. */
export const indicator = (more: Partial<IndicatorView> & Pick<IndicatorView, 'id'>): IndicatorView =>
  indicatorView.parse({
    module: 'complaints',
    counts: 'cases',
    base: null,
    title: both(more.id),
    definition: both('定义'),
    purpose: both('用途'),
    formula: both('算法'),
    kind: 'ratio',
    unit: 'percent',
    periods: ['live', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'free'],
    dimensions: ['cause', 'level', 'unit', 'month', 'day'],
    target: null,
    higherIsBetter: true,
    answersFor: 'complaint-supervision',
    ...more,
  });

export const COMPLAINTS = indicator({
  id: 'complaints',
  title: both('投诉量'),
  kind: 'sum',
  unit: 'count',
  higherIsBetter: false,
});

export const ON_TIME = indicator({
  id: 'concluded-on-time',
  title: both('按时办结率'),
  definition: both('已答复的投诉中，在承诺时限内办结的比例。'),
  formula: both('时限内办结件数 ÷ 已答复件数'),
  target: 0.95,
});

export const RATE = indicator({
  id: 'complaint-rate',
  title: both('投诉率'),
  base: 'customers',
  higherIsBetter: false,
});

export const SLOW = indicator({
  id: 'mean-time-to-answer',
  title: both('平均答复时长'),
  kind: 'mean',
  unit: 'seconds',
  target: 86_400,
  higherIsBetter: false,
});

export const ORDERS = indicator({
  id: 'work-orders',
  module: 'dispatch',
  title: both('工单量'),
  kind: 'sum',
  unit: 'count',
  dimensions: ['type', 'unit', 'month'],
});

export const catalogue = listOf([COMPLAINTS, ON_TIME, RATE, SLOW, ORDERS]);

/** A figure of September 2026. */
export const figure = (of: IndicatorView, more: Partial<FigureView> = {}): FigureView =>
  figureView.parse({
    id: of.id,
    period: '2026-09',
    from: '2026-09-01',
    to: '2026-09-30',
    by: [],
    value: 12,
    numerator: 12,
    denominator: null,
    note: null,
    target: of.target,
    rows: [],
    before: { period: '2026-08', value: 10 },
    lastYear: { period: '2025-09', value: null },
    closed: false,
    ...more,
  });

export const row = (
  key: FigureView['rows'][number]['key'],
  value: number | null,
  more: Partial<FigureView['rows'][number]> = {},
): FigureView['rows'][number] => ({
  key,
  value,
  numerator: value ?? 0,
  denominator: null,
  note: null,
  target: null,
  ...more,
});

/** Answers one indicator's figure; its rows by the dimensions that are asked for: `month`, `cause,level`. */
export const answer =
  (view: FigureView, rows: Readonly<Record<string, FigureView['rows']>> = {}): ((sent: Sent) => Fixture) =>
  ({ query: { period = '', by } }) => ({
    body: { ...view, period, by: by ? by.split(',') : [], rows: by ? (rows[by] ?? []) : [] },
    schema: figureView,
  });

export const ROUTE = '/api/reporting';

export const pack = {
  body: {
    calendars: [],
    deadlinePolicies: [],
    productLines: [],
    customerLevels: [{ code: 'vip', title: { zh: '贵宾', en: 'VIP' } }],
    forms: [],
    modules: {
      complaints: {
        causes: [
          { code: 'billing', title: { zh: '计费错误', en: 'billing' } },
          { code: 'late', title: { zh: '上门超时', en: 'late visit' } },
        ],
        businesses: [{ code: 'voice', title: { zh: '语音', en: 'voice' } }],
        levels: [{ code: 'vip', title: { zh: '贵宾', en: 'VIP' } }],
      },
    },
  },
};

/** What stands behind every page. */
export const house = {
  'GET /api/packs/active': pack,
  'GET /api/units': listOf(UNITS),
  [`GET ${ROUTE}/indicators`]: catalogue,
};
