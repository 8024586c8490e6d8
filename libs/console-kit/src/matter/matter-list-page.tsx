/** A register or queue in the server's order: filters kept in the address, a number finds its matter, arrows and Enter. */
import { Button, Input, Segmented, Select, type TableColumnsType } from 'antd';
import { useDeferredValue, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { KeyHint, useHotkeys } from '../keys/hotkeys';
import { Page } from '../page/page';
import { useRoomWords } from '../registry/rooms';
import { EmptyNote, Loaded } from '../states/states';
import { ListTable } from '../table/list-table';
import { MatterClock } from '../time/matter-clock';
import { useMatters, type MatterApi, type MatterLine } from './matter-api';

export interface Segment {
  /** `open`, `closed`, `all`, or a state. */
  readonly value: string;
  readonly label: string;
}

/** A further filter as a list: `filter[name]`. */
export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface MatterListPageProps<View, Line extends MatterLine> {
  readonly of: MatterApi<View, Line>;
  readonly title: string;
  /** After clock, number and state. */
  readonly columns: TableColumnsType<Line>;
  readonly path: (id: string) => string;
  /** Open, closed and all unless said; Alt+1…9. */
  readonly segments?: readonly Segment[];
  readonly filters?: readonly ListFilter[];
  /** Beside the number: round, marks. */
  readonly besideNumber?: (line: Line) => ReactNode;
  readonly numberWidth?: number;
  readonly rowClassName?: (line: Line) => string;
  /** Makes a new one: Alt+N. */
  readonly add?: { readonly label: string; readonly path: string } | undefined;
  readonly empty: { readonly title: string; readonly help?: ReactNode };
}

/** Filters as they stand in the address: a reload, a bookmark and the way back keep them. */
export function useSavedFilters(): {
  readonly get: (name: string) => string;
  readonly set: (name: string, value: string | undefined) => void;
} {
  const [saved, save] = useSearchParams();
  return {
    get: (name) => saved.get(name) ?? '',
    set: (name, value) =>
      save(
        (before) => {
          const next = new URLSearchParams(before);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
  };
}

export function MatterListPage<View, Line extends MatterLine>(props: MatterListPageProps<View, Line>) {
  const { of, title, columns, path, filters = [], besideNumber, numberWidth = 184, rowClassName, add, empty } = props;
  const t = useTexts(kitTexts);
  const words = useRoomWords();
  const navigate = useNavigate();
  const { get, set } = useSavedFilters();
  const segments = props.segments ?? [
    { value: 'open', label: t('listOpen') },
    { value: 'closed', label: t('listClosed') },
    { value: 'all', label: t('listAll') },
  ];
  const first = segments[0]?.value ?? 'open';
  const state = get('state') || first;
  const typed = get('number');
  const chosen = Object.fromEntries(filters.map(({ name }) => [name, get(name)]));
  const query = useMatters(of, { state, ...chosen, number: useDeferredValue(typed.trim()) });
  const setState = (value: string): void => set('state', value === first ? undefined : value);
  useHotkeys([
    ...segments
      .slice(0, 9)
      .map(({ value, label }, index) => ({ keys: `alt+${index + 1}`, title: label, run: () => setState(value) })),
    ...(add ? [{ keys: 'alt+n', title: add.label, run: () => void navigate(add.path) }] : []),
  ]);
  const common: TableColumnsType<Line> = [
    {
      title: t('clock'),
      width: 164,
      // A clock ticks by itself: hundreds of them are not drawn again because more rows come.
      shouldCellUpdate: (line, before) => line !== before,
      render: (_, { id, dueAt }) => <MatterClock subject={of.subject(id)} dueAt={dueAt} />,
    },
    {
      title: t('number'),
      width: numberWidth,
      render: (_, line) => (
        <>
          <span className="bh-number">{line.number}</span>
          {besideNumber?.(line)}
        </>
      ),
    },
    { title: t('state'), width: 84, render: (_, line) => words(of.module, 'states', line.state) },
  ];
  return (
    <Page
      title={title}
      actions={
        <>
          <Input
            className="bh-filter bh-number"
            allowClear
            placeholder={t('numberSearch')}
            aria-label={t('numberSearch')}
            value={typed}
            onChange={({ target }) => set('number', target.value)}
          />
          {filters.map(({ name, label, options }) => (
            <Select
              key={name}
              className="bh-filter"
              allowClear
              aria-label={label}
              placeholder={label}
              value={get(name) || null}
              options={[...options]}
              onChange={(value: string | null) => set(name, value ?? undefined)}
            />
          ))}
          <Segmented value={state} onChange={setState} options={[...segments]} />
          {add ? (
            <Button type="primary" onClick={() => void navigate(add.path)}>
              {add.label} <KeyHint keys="alt+n" />
            </Button>
          ) : null}
        </>
      }
    >
      <Loaded query={query}>
        {({ pages }) => (
          <ListTable
            label={title}
            rows={pages.flatMap(({ data }) => data)}
            rowKey={({ id }) => id}
            columns={[...common, ...columns]}
            onOpen={({ id }) => void navigate(path(id))}
            onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            {...(rowClassName ? { rowClassName } : {})}
            empty={<EmptyNote title={empty.title}>{empty.help}</EmptyNote>}
          />
        )}
      </Loaded>
    </Page>
  );
}
