/** The live deadline board (DLN-6): open clocks by unit and owner, the most urgent first, coloured by state. */
import {
  api,
  EmptyNote,
  ErrorNote,
  moodOf,
  Page,
  useNow,
  useRoomWords,
  useSavedFilters,
  useTexts,
  useUnitName,
  Waiting,
  type ListAnswer,
} from '@bihuan/console-kit';
import { useQuery } from '@tanstack/react-query';
import { Alert, Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { shellTexts } from '../../shell/texts';
import { countsOf, type Counts, type Line } from './board-book';
import { BoardRows } from './board-rows';
import { MOST_CLOCKS, useBoard } from './use-board';

const WHICH = ['all', 'late', 'soon', 'unassigned'] as const;
type Which = (typeof WHICH)[number];

/** The clocks a supervisor looks for: over their time, nearing it, or nobody's. */
function fits(line: Line, which: Which, now: Date): boolean {
  if (which === 'all') return true;
  if (which === 'unassigned') return line.clock.owner.employeeId === null;
  return moodOf(line, now.getTime()) === which;
}

/** `module:kind` of a clock's matter. */
const kindOf = ({ clock: { subject } }: Line): string => `${subject.module}:${subject.kind}`;

export function BoardPage() {
  const t = useTexts(shellTexts);
  const words = useRoomWords();
  const now = useNow(10);
  const unitName = useUnitName();
  const { get, set } = useSavedFilters();
  const [unit, kind, byUnit] = [get('unit'), get('kind'), get('order') === 'unit'];
  const which = WHICH.find((one) => one === get('which')) ?? 'all';
  const { rows, complete, cut, error, readAgain } = useBoard(unit || undefined);
  const counted = useCounted();
  const all = useMemo(() => rows ?? [], [rows]);
  const kinds = useMemo(() => [...new Set(all.map(kindOf))], [all]);
  const shown = useMemo(
    () => all.filter((line) => (!kind || kindOf(line) === kind) && fits(line, which, now)),
    [all, kind, which, now],
  );
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
  const units = [...new Set([...counted.map(({ unitId }) => unitId), ...all.map(({ clock }) => clock.owner.unitId)])];
  return (
    <Page
      title={t('board')}
      beside={<CountWords counts={complete ? countsOf(all, now) : sum(counted, unit)} />}
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
            units.map((id) => ({ value: id, label: unitName(id) })),
          )}
        </>
      }
    >
      {error ? <ErrorNote error={error} retry={readAgain} /> : null}
      {cut ? <Alert type="info" showIcon title={t('boardCut', { count: MOST_CLOCKS })} /> : null}
      {rows ? <Shown lines={shown} byUnit={byUnit} now={now} /> : error ? null : <Waiting />}
    </Page>
  );
}

function Shown({
  lines,
  byUnit,
  now,
}: {
  readonly lines: readonly Line[];
  readonly byUnit: boolean;
  readonly now: Date;
}) {
  const t = useTexts(shellTexts);
  const unitName = useUnitName();
  const units = useMemo(() => {
    const own = new Map<string, Line[]>();
    for (const line of byUnit ? lines : []) {
      const { unitId } = line.clock.owner;
      const others = own.get(unitId);
      if (others) others.push(line);
      else own.set(unitId, [line]);
    }
    return [...own];
  }, [lines, byUnit]);
  const empty = <EmptyNote title={t('boardEmpty')}>{t('boardEmptyHelp')}</EmptyNote>;
  if (units.length === 0) return <BoardRows lines={lines} label={t('board')} empty={empty} />;
  return units.map(([id, own]) => (
    <section key={id} className="bh-board-unit">
      <h2>
        {unitName(id)} <CountWords counts={countsOf(own, now)} />
      </h2>
      <BoardRows lines={own} label={unitName(id)} empty={empty} />
    </section>
  ));
}

/** Late, soon and running. */
function CountWords({ counts }: { readonly counts: Counts }) {
  const t = useTexts(shellTexts);
  const { late, soon, calm, still } = counts;
  return (
    <span className="bh-counts">
      {late > 0 ? <span className="bh-late">{t('overdue', { count: late })}</span> : null}
      {soon > 0 ? <span className="bh-soon">{t('soon', { count: soon })}</span> : null}
      <span className="bh-muted">{t('running', { count: late + soon + calm + still })}</span>
    </span>
  );
}

interface Counted {
  readonly unitId: string;
  readonly armed: number;
  readonly warned: number;
  readonly breached: number;
  readonly paused: number;
}

const NONE: readonly Counted[] = [];

/** The server's own count, for the moment until all clocks are here, and for the names of all units. */
function useCounted(): readonly Counted[] {
  const { data } = useQuery({
    queryKey: ['board-counts'],
    queryFn: () => api.get<ListAnswer<Counted>>('/api/deadlines/board/counts'),
    gcTime: 0,
  });
  return data?.data ?? NONE;
}

function sum(counted: readonly Counted[], unit: string): Counts {
  const counts = { late: 0, soon: 0, calm: 0, still: 0 };
  for (const { unitId, armed, warned, breached, paused } of counted) {
    if (unit && unitId !== unit) continue;
    counts.late += breached;
    counts.soon += warned;
    counts.calm += armed;
    counts.still += paused;
  }
  return counts;
}
