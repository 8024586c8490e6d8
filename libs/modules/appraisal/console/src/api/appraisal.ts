/** Calls of the appraisal pages (api.md Appraisal routes). */
import type {
  BatchView,
  EntryView,
  HrFile,
  PeriodView,
  ProposalLine,
  ProposalView,
  ReceiptView,
  SheetLine,
  SheetView,
} from '@bihuan/appraisal-contract';
import { api, matterApi, numberFinder, usePackSection, type ListAnswer, type Title } from '@bihuan/console-kit';
import { useQuery } from '@tanstack/react-query';

export const sheets = matterApi<SheetView, SheetLine>({
  module: 'appraisal',
  kind: 'sheet',
  route: '/api/appraisal/sheets',
});

export const proposals = matterApi<ProposalView, ProposalLine>({
  module: 'appraisal',
  kind: 'proposal',
  route: '/api/appraisal/proposals',
});

export const sheetPath = (id: string): string => `/appraisal/sheets/${id}`;
export const proposalPath = (id: string): string => `/appraisal/proposals/${id}`;
export const periodRoute = (period: string): string => `/api/appraisal/periods/${period}`;

/** A typed or scanned number of a proposal, or of a sheet: `202609-1001`. */
export async function findByNumber(number: string): Promise<string | undefined> {
  const [, year, month] = /^(\d{4})(\d{2})-\S+$/.exec(number) ?? [];
  if (year && month) {
    const found = (await allSheets(`${year}-${month}`, {})).find((sheet) => sheet.number === number);
    return found && sheetPath(found.id);
  }
  return numberFinder(proposals, /^JY\d{9,}$/, proposalPath)(number);
}

export const usePeriods = () =>
  useQuery({
    queryKey: ['appraisal', 'periods'],
    queryFn: () => api.get<ListAnswer<PeriodView>>('/api/appraisal/periods'),
  });

/** All sheets of a month that the reader may see: a month is looked at as a whole. */
export async function allSheets(period: string, filter: Readonly<Record<string, string>>): Promise<SheetLine[]> {
  const query = Object.fromEntries(Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value]));
  const all: SheetLine[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const answer: ListAnswer<SheetLine> = await api.get(`${periodRoute(period)}/sheets`, {
      ...query,
      'page[size]': 200,
      'page[after]': after || undefined,
    });
    all.push(...answer.data);
    after = answer.page.next;
  }
  return all;
}

export const useSheets = (period: string, filter: Readonly<Record<string, string>>) =>
  useQuery({
    queryKey: [...sheets.lists, period, filter],
    queryFn: () => allSheets(period, filter),
    enabled: period !== '',
  });

export const useEntries = (filter: Readonly<Record<string, string | undefined>>) =>
  useQuery({
    queryKey: ['appraisal', 'entries', filter],
    queryFn: () =>
      api.get<ListAnswer<EntryView>>('/api/appraisal/entries', {
        ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value])),
        'page[size]': 200,
      }),
  });

export const useBatches = (period: string) =>
  useQuery({
    queryKey: ['appraisal', 'batches', period],
    queryFn: () => api.get<ListAnswer<BatchView>>(`${periodRoute(period)}/hr-batches`),
    enabled: period !== '',
  });

export const useReceipt = (period: string, batch: string | undefined) =>
  useQuery({
    queryKey: ['appraisal', 'receipt', period, batch],
    queryFn: () => api.get<ReceiptView>(`${periodRoute(period)}/hr-batches/${batch ?? ''}`),
    enabled: batch !== undefined,
  });

/** Looking at the file is an export, too, and is kept as a batch: it is asked for by a button. */
export const readFile = (period: string): Promise<HrFile> =>
  api.get<HrFile>(`${periodRoute(period)}/hr-file`, { format: 'json' });

interface Coded {
  readonly code: string;
  readonly title: Title;
}

/** What the pages need of the pack's section. */
export interface AppraisalSection {
  readonly incentiveMost: number;
  readonly checks: readonly (Coded & { readonly measure: 'percent' | 'case' })[];
  readonly breaches: readonly {
    readonly code: string;
    readonly text: Title;
    readonly from: number;
    readonly to: number;
  }[];
  readonly consequences: readonly (Coded & { readonly causes: readonly Coded[] })[];
}

export const useSection = (): AppraisalSection | undefined => usePackSection<AppraisalSection>('appraisal');

/** The company's words for the code of a record. */
export function useRecordWords(): (kind: string, code: string | null) => Title | string {
  const section = useSection();
  return (kind, code) => {
    if (code === null) return '';
    if (kind === 'breach') return section?.breaches.find((one) => one.code === code)?.text ?? code;
    if (kind === 'check') return section?.checks.find((one) => one.code === code)?.title ?? code;
    return '';
  };
}
