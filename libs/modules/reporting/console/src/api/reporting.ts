/** Calls of the reporting routes. */
import { api, ApiError, type ListAnswer, type Query, type WriteOptions } from '@bihuan/console-kit';
import type {
  BaseFigureView,
  CheckFlow,
  FigureCase,
  FigureView,
  FlowSheet,
  HeatCell,
  IndicatorView,
  PeriodCheck,
  PeriodView,
  SalesView,
  ScheduleView,
  SentReportView,
} from '@bihuan/reporting-contract';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';

const ROUTE = '/api/reporting';
const KEY = 'reporting';

/** Which rows of a figure are asked for (RPT-2, RPT-3). */
export interface Question {
  readonly period: string;
  readonly by?: readonly string[];
  /** Code by dimension; empty: only cases that have none. */
  readonly filter?: Readonly<Record<string, string>>;
}

/** The question as an address writes it: `period`, `by=a,b`, `filter[dim]=code`. */
export const questionQuery = ({ period, by = [], filter = {} }: Question): Query => ({
  period,
  by: by.length > 0 ? by.join(',') : undefined,
  ...Object.fromEntries(Object.entries(filter).map(([dim, code]) => [`filter[${dim}]`, code || null])),
});

const figureRoute = (id: string): string => `${ROUTE}/indicators/${encodeURIComponent(id)}`;

/** The catalogue of the deployed modules. */
export const useIndicators = (): UseQueryResult<readonly IndicatorView[]> =>
  useQuery({
    queryKey: [KEY, 'indicators'],
    queryFn: async () => (await api.get<ListAnswer<IndicatorView>>(`${ROUTE}/indicators`)).data,
    staleTime: 600_000,
  });

/** @param id of the indicator; empty: nothing is asked */
export const useFigure = (id: string, question: Question): UseQueryResult<FigureView> =>
  useQuery({
    queryKey: [KEY, 'figure', id, question],
    queryFn: () => api.get<FigureView>(figureRoute(id), questionQuery(question)),
    enabled: id !== '',
    placeholderData: keepPreviousData,
  });

export const useHeat = (id: string, question: Question): UseQueryResult<readonly HeatCell[]> =>
  useQuery({
    queryKey: [KEY, 'heat', id, question],
    queryFn: async () =>
      (await api.get<ListAnswer<HeatCell>>(`${figureRoute(id)}/heat-map`, questionQuery(question))).data,
    placeholderData: keepPreviousData,
  });

export type FigurePart = 'numerator' | 'denominator';

/** The very cases behind a figure, page by page. */
export const useFigureCases = (
  id: string,
  question: Question,
  part: FigurePart | undefined,
): UseInfiniteQueryResult<InfiniteData<ListAnswer<FigureCase>>> =>
  useInfiniteQuery({
    queryKey: [KEY, 'cases', id, question, part],
    queryFn: ({ pageParam }) =>
      api.get<ListAnswer<FigureCase>>(`${figureRoute(id)}/cases`, {
        ...questionQuery(question),
        part,
        'page[size]': 50,
        'page[after]': pageParam || undefined,
      }),
    initialPageParam: '',
    getNextPageParam: ({ page }) => page.next,
  });

export const baseFigureRoute = `${ROUTE}/base-figures`;

export const useBaseFigures = (period: string): UseQueryResult<readonly BaseFigureView[]> =>
  useQuery({
    queryKey: [KEY, 'base-figures', period],
    queryFn: async () =>
      (await api.get<ListAnswer<BaseFigureView>>(baseFigureRoute, { 'filter[period]': period, 'page[size]': 200 }))
        .data,
  });

/** What is wrong with a whole row is said at its number. */
const atValue = (pointer: string): string => pointer.replace(/^(\/rows\/\d+)$/, '$1/value');

/** All rows or none (RPT-1c). */
export async function enterBase(body: unknown, options: WriteOptions): Promise<{ readonly rows: number }> {
  try {
    return await api.post<{ readonly rows: number }>(baseFigureRoute, body, options);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const errors = error.fields.map((field) => ({ ...field, pointer: atValue(field.pointer) }));
    throw new ApiError(error.status, { ...error.problem, errors });
  }
}

export const useSales = (period: string): UseQueryResult<SalesView> =>
  useQuery({
    queryKey: [KEY, 'sales', period],
    queryFn: () => api.get<SalesView>(`${ROUTE}/sales`, { period }),
    placeholderData: keepPreviousData,
  });

export const usePeriods = (): UseQueryResult<readonly PeriodView[]> =>
  useQuery({
    queryKey: [KEY, 'periods'],
    queryFn: async () => (await api.get<ListAnswer<PeriodView>>(`${ROUTE}/periods`)).data,
  });

export const closePeriod = (period: string, options: WriteOptions): Promise<PeriodView> =>
  api.post<PeriodView>(`${ROUTE}/periods/${period}/close`, {}, options);

/** Computes a closed month anew from its frozen inputs (RPT-4). */
export const checkPeriod = (period: string, options: WriteOptions): Promise<PeriodCheck> =>
  api.post<PeriodCheck>(`${ROUTE}/periods/${period}/check`, {}, options);

export const useSchedules = (): UseQueryResult<readonly ScheduleView[]> =>
  useQuery({
    queryKey: [KEY, 'schedules'],
    queryFn: async () => (await api.get<ListAnswer<ScheduleView>>(`${ROUTE}/schedules`)).data,
  });

export const useSentReports = (): UseQueryResult<readonly SentReportView[]> =>
  useQuery({
    queryKey: [KEY, 'reports'],
    queryFn: async () => (await api.get<ListAnswer<SentReportView>>(`${ROUTE}/reports`, { 'page[size]': 100 })).data,
  });

export const sendReport = (id: string, options: WriteOptions): Promise<SentReportView> =>
  api.post<SentReportView>(`${ROUTE}/reports/${id}/send`, {}, options);

/** The month's sheet of complaints whose way is checked (RPT-1d). */
export const useFlowSheet = (month: string): UseQueryResult<FlowSheet> =>
  useQuery({
    queryKey: [KEY, 'flow-sheet', month],
    queryFn: () => api.get<FlowSheet>(`${ROUTE}/flow-sheets/${month}`),
    placeholderData: keepPreviousData,
  });

export const drawFlowSample = (month: string, options: WriteOptions): Promise<FlowSheet> =>
  api.post<FlowSheet>(`${ROUTE}/flow-sheets/${month}/draw`, {}, options);

export interface FlowVerdict extends CheckFlow {
  readonly id: string;
}

export const checkFlowOf = ({ id, ...body }: FlowVerdict, options: WriteOptions): Promise<FlowSheet> =>
  api.post<FlowSheet>(`${ROUTE}/flow-checks/${id}/check`, body, options);

/** Everything that was read of the figures. */
export const reportingKeys = [KEY] as const;
