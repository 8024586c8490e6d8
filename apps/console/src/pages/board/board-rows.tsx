/** Rows of the board, one line each: only those near the window are drawn (DLN-6). */
import {
  DeadlineBadge,
  formatShort,
  ListTable,
  useEmployeeName,
  useLanguage,
  useNow,
  useRoomWords,
  useSubjectPath,
  useTexts,
  useUnitName,
  type Language,
  type SubjectClock,
} from '@bihuan/console-kit';
import type { TableColumnsType } from 'antd';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { shellTexts } from '../../shell/texts';
import type { Line } from './board-book';

/** Pixels: a line of text with its room, and the rule below it. */
const ROW = 35;

/** What the cells say beside the clock itself; they read it by themselves, so that a row that did not change is not drawn. */
interface Said {
  readonly language: Language;
  readonly now: Date;
  readonly words: ReturnType<typeof useRoomWords>;
  readonly unitName: ReturnType<typeof useUnitName>;
  readonly employeeName: ReturnType<typeof useEmployeeName>;
}

const Words = createContext<Said | undefined>(undefined);

function useSaid(): Said {
  const said = useContext(Words);
  if (!said) throw new Error('A cell of the board stands outside of it.');
  return said;
}

interface CellProps {
  readonly clock: SubjectClock;
}

function MatterCell({ clock: { subject, label } }: CellProps) {
  const { words } = useSaid();
  return (
    <>
      <span className="bh-number">{label ?? '—'}</span>{' '}
      <span className="bh-muted">{words(subject.module, 'kinds', subject.kind)}</span>
    </>
  );
}

const StageCell = ({ clock: { subject, stage } }: CellProps) => useSaid().words(subject.module, 'stages', stage);

const UnitCell = ({ clock: { owner } }: CellProps) => useSaid().unitName(owner.unitId);

function OwnerCell({ clock: { owner } }: CellProps) {
  const t = useTexts(shellTexts);
  return useSaid().employeeName(owner.employeeId) ?? <span className="bh-muted">{t('unassigned')}</span>;
}

function DueCell({ clock: { dueAt } }: CellProps) {
  const { now, language } = useSaid();
  return formatShort(dueAt, now, language);
}

const CELLS = [
  { title: 'clock', width: 190, Cell: DeadlineBadge },
  { title: 'matter', width: undefined, Cell: MatterCell },
  { title: 'stage', width: 150, Cell: StageCell },
  { title: 'unit', width: 160, Cell: UnitCell },
  { title: 'owner', width: 120, Cell: OwnerCell },
  { title: 'due', width: 180, Cell: DueCell },
] as const;

export function BoardRows({
  lines,
  label,
  empty,
}: {
  readonly lines: readonly Line[];
  readonly label: string;
  readonly empty: ReactNode;
}) {
  const t = useTexts(shellTexts);
  const [language, now, words] = [useLanguage(), useNow(60), useRoomWords()];
  const [unitName, employeeName] = [useUnitName(), useEmployeeName()];
  const path = useSubjectPath();
  const navigate = useNavigate();
  const minute = now.getTime();
  const said = useMemo<Said>(
    () => ({ language, now: new Date(minute), words, unitName, employeeName }),
    [language, minute, words, unitName, employeeName],
  );
  const columns = useMemo<TableColumnsType<Line>>(
    () =>
      CELLS.map(({ title, width, Cell }) => ({
        title: t(title),
        ...(width ? { width } : {}),
        shouldCellUpdate: (line, before) => line !== before,
        render: (_, { clock }) => <Cell clock={clock} />,
      })),
    [t],
  );
  return (
    <Words.Provider value={said}>
      <ListTable
        label={label}
        rows={lines}
        rowHeight={ROW}
        rowKey={({ clock }) => clock.id}
        columns={columns}
        onOpen={({ clock }) => {
          const to = path(clock.subject);
          if (to) void navigate(to);
        }}
        empty={empty}
      />
    </Words.Provider>
  );
}
