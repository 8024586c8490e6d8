/** The live deadline board (DLN-6): open clocks by unit and owner, the most urgent first, coloured by state. */
import {
  DeadlineBadge,
  EmptyNote,
  formatShort,
  ListTable,
  Loaded,
  Page,
  readClock,
  useEmployeeName,
  useLanguage,
  useNow,
  useRoomWords,
  useSavedFilters,
  useSubjectPath,
  useTexts,
  useUnitName,
  elapsed,
  useBoardClocks,
  type BoardClock,
} from '@bihuan/console-kit';
import { Segmented, Select, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { shellTexts } from '../../shell/texts';

const byDue = (a: BoardClock, b: BoardClock): number => Date.parse(a.dueAt) - Date.parse(b.dueAt);

const WHICH = ['all', 'late', 'soon', 'unassigned'] as const;
type Which = (typeof WHICH)[number];

/** The clocks a supervisor looks for: over their time, nearing it, or nobody's. */
function fits(clock: BoardClock, which: Which, now: Date): boolean {
  if (which === 'all') return true;
  if (which === 'unassigned') return clock.owner.employeeId === null;
  return readClock(clock, now, elapsed).mood === which;
}

/** `module:kind` of a clock's matter. */
const kindOf = ({ subject }: BoardClock): string => `${subject.module}:${subject.kind}`;

export function BoardPage() {
  const t = useTexts(shellTexts);
  const words = useRoomWords();
  const now = useNow(10);
  const query = useBoardClocks();
  const unitName = useUnitName();
  const { get, set } = useSavedFilters();
  const [unit, kind, byUnit] = [get('unit'), get('kind'), get('order') === 'unit'];
  const which = WHICH.find((one) => one === get('which')) ?? 'all';
  const clocks = query.data ?? [];
  const kinds = [...new Set(clocks.map(kindOf))];
  const kindName = (key: string): string => {
    const [module = '', name = ''] = key.split(':');
    return words(module, 'kinds', name);
  };
  const select = (name: string, value: string, label: string, options: { value: string; label: string }[]) => (
    <Select
      size="small"
      className="bh-filter"
      allowClear
      aria-label={label}
      placeholder={label}
      value={value || null}
      onChange={(id: string | null) => set(name, id ?? undefined)}
      options={options}
    />
  );
  return (
    <Page
      title={t('board')}
      beside={<Counts clocks={clocks} />}
      actions={
        <>
          <Segmented
            size="small"
            value={which}
            onChange={(value) => set('which', value === 'all' ? undefined : value)}
            options={WHICH.map((value) => ({ value, label: t(`which.${value}`) }))}
          />
          <Segmented
            size="small"
            value={byUnit ? 'unit' : 'time'}
            onChange={(value) => set('order', value === 'unit' ? 'unit' : undefined)}
            options={[
              { value: 'time', label: t('byTime') },
              { value: 'unit', label: t('byUnit') },
            ]}
          />
          {select(
            'kind',
            kind,
            t('allKinds'),
            kinds.map((key) => ({ value: key, label: kindName(key) })),
          )}
          {select(
            'unit',
            unit,
            t('allUnits'),
            [...new Set(clocks.map(({ owner }) => owner.unitId))].map((id) => ({ value: id, label: unitName(id) })),
          )}
        </>
      }
    >
      <Loaded query={query}>
        {(all) => {
          const shown = all
            .filter((clock) => (!unit || clock.owner.unitId === unit) && (!kind || kindOf(clock) === kind))
            .filter((clock) => fits(clock, which, now))
            .sort(byDue);
          if (!byUnit || shown.length === 0) return <Rows clocks={shown} label={t('board')} />;
          return [...new Set(shown.map(({ owner }) => owner.unitId))].map((id) => {
            const own = shown.filter(({ owner }) => owner.unitId === id);
            return (
              <section key={id} className="bh-board-unit">
                <h2>
                  {unitName(id)} <Counts clocks={own} />
                </h2>
                <Rows clocks={own} label={unitName(id)} />
              </section>
            );
          });
        }}
      </Loaded>
    </Page>
  );
}

/** Late, soon and running, counted from the same clocks as the rows. */
function Counts({ clocks }: { readonly clocks: readonly BoardClock[] }) {
  const t = useTexts(shellTexts);
  const now = useNow(10);
  const count = { late: 0, soon: 0, calm: 0, still: 0 };
  for (const clock of clocks) count[readClock(clock, now, elapsed).mood] += 1;
  return (
    <span className="bh-counts">
      {count.late > 0 ? <span className="bh-late">{t('overdue', { count: count.late })}</span> : null}
      {count.soon > 0 ? <span className="bh-soon">{t('soon', { count: count.soon })}</span> : null}
      <span className="bh-muted">{t('running', { count: clocks.length })}</span>
    </span>
  );
}

function Rows({ clocks, label }: { readonly clocks: readonly BoardClock[]; readonly label: string }) {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const now = useNow(60);
  const words = useRoomWords();
  const path = useSubjectPath();
  const navigate = useNavigate();
  const unitName = useUnitName();
  const employeeName = useEmployeeName();
  const columns = useMemo<TableColumnsType<BoardClock>>(
    () => [
      { title: t('clock'), width: 190, render: (_, clock) => <DeadlineBadge clock={clock} /> },
      {
        title: t('matter'),
        render: (_, { subject, label: number }) => (
          <>
            <span className="bh-number">{number ?? '—'}</span>{' '}
            <span className="bh-muted">{words(subject.module, 'kinds', subject.kind)}</span>
          </>
        ),
      },
      { title: t('stage'), width: 150, render: (_, { subject, stage }) => words(subject.module, 'stages', stage) },
      { title: t('unit'), width: 160, render: (_, { owner }) => unitName(owner.unitId) },
      {
        title: t('owner'),
        width: 120,
        render: (_, { owner }) => employeeName(owner.employeeId) ?? <span className="bh-muted">{t('unassigned')}</span>,
      },
      { title: t('due'), width: 180, render: (_, { dueAt }) => formatShort(dueAt, now, language) },
    ],
    [t, words, unitName, employeeName, now, language],
  );
  return (
    <ListTable
      label={label}
      rows={clocks}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ subject }) => {
        const to = path(subject);
        if (to) void navigate(to);
      }}
      empty={<EmptyNote title={t('boardEmpty')}>{t('boardEmptyHelp')}</EmptyNote>}
    />
  );
}
