/** Calls of a kind of matter: every case route of every module answers in the same frame (api.md Conventions). */
import {
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseInfiniteQueryResult,
  type InfiniteData,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, type ListAnswer, type Query, type WriteOptions } from '../api/client';
import type { SubjectRef } from '../registry/define-pages';
import type { Clock } from '../time/clock';

/** As much of a record as its acts need. */
export interface ActedView {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** The frame of a case's view. */
export interface MatterView extends ActedView {
  readonly number: string;
  /** Nearest open clock. */
  readonly dueAt: string | null;
  readonly deadlines: readonly (Clock & { readonly id: string })[];
}

/** The frame of a line of a list. */
export interface MatterLine {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly dueAt: string | null;
}

/** A kind of matter with its route; `View` and `Line` are the types of the module's contract. */
export interface MatterApi<View, Line = never> {
  readonly module: string;
  readonly kind: string;
  /** `/api/complaints/complaints` */
  readonly route: string;
  readonly subject: (id: string) => SubjectRef;
  /** Begins all keys of one matter, so that the live connection finds them. */
  readonly key: (id: string) => readonly ['matter', string, string, string];
  /** Begins the keys of its lists. */
  readonly lists: readonly ['matter', string, string];
  readonly read: (id: string) => Promise<View>;
  readonly act: (id: string, action: string, body: unknown, options?: WriteOptions) => Promise<View>;
  readonly create: (body: unknown, options?: WriteOptions) => Promise<View>;
  readonly list: (query: Query) => Promise<ListAnswer<Line>>;
}

export function matterApi<View, Line = never>(of: {
  readonly module: string;
  readonly kind: string;
  readonly route: string;
}): MatterApi<View, Line> {
  const { module, kind, route } = of;
  return {
    ...of,
    subject: (id) => ({ module, kind, id }),
    key: (id) => ['matter', module, kind, id],
    lists: ['matter', module, `${kind}-list`],
    read: (id) => api.get<View>(`${route}/${id}`),
    act: (id, action, body, options) => api.post<View>(`${route}/${id}/${action}`, body, options),
    create: (body, options) => api.post<View>(route, body, options),
    list: (query) => api.get<ListAnswer<Line>>(route, query),
  };
}

/** One matter. */
export const useMatter = <View, Line>(of: MatterApi<View, Line>, id: string): UseQueryResult<View> =>
  useQuery({ queryKey: of.key(id), queryFn: () => of.read(id) });

/** `filter[state]` and whatever else the route filters by; an empty one does not count. */
export type Filters = Readonly<Record<string, string | undefined>>;

/** Matters in the order of the server, page by page. A number finds its matter in whatever state it is. */
export function useMatters<View, Line>(
  of: MatterApi<View, Line>,
  filters: Filters,
): UseInfiniteQueryResult<InfiniteData<ListAnswer<Line>>> {
  const asked = filters['number'] ? { ...filters, state: 'all' } : filters;
  const query = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [`filter[${name}]`, value || undefined]),
  );
  return useInfiniteQuery({
    queryKey: [...of.lists, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => of.list({ ...query, 'page[after]': pageParam }),
    getNextPageParam: ({ page }) => page.next,
  });
}

/** Puts the answer of an act where the matter is shown, and has read again what follows from it. */
export function useKeep<View extends ActedView, Line>(of: MatterApi<View, Line>): (changed: View) => void {
  const client = useQueryClient();
  return (changed) => {
    const key = of.key(changed.id);
    client.setQueryData<View>(key, changed);
    const beneath = ({ queryKey }: { readonly queryKey: QueryKey }): boolean => queryKey.length > key.length;
    void client.invalidateQueries({ queryKey: key, predicate: beneath });
    void client.invalidateQueries({ queryKey: of.lists });
    void client.invalidateQueries({ queryKey: ['work'] });
  };
}

/** Address of the matter with exactly this number (a typed or scanned number opens it, NUM-2). */
export const numberFinder =
  <View, Line extends MatterLine>(of: MatterApi<View, Line>, fits: RegExp, path: (id: string) => string) =>
  async (number: string): Promise<string | undefined> => {
    if (!fits.test(number)) return undefined;
    const { data } = await of.list({ 'filter[number]': number, 'filter[state]': 'all', 'page[size]': 1 });
    const [first] = data;
    return first?.number === number ? path(first.id) : undefined;
  };
