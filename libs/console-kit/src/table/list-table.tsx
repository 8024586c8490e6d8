/** Lists: sticky head, arrows and Enter, an empty state that says what will stand here, more rows by cursor. */
import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo, useRef, type ReactNode } from 'react';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { useRowKeys } from './row-keys';
import { Room, RoomyBody, useDrawnRows } from './windowed';

export interface ListTableProps<Row extends object> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: TableColumnsType<Row>;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly empty: ReactNode;
  readonly loading?: boolean;
  /** Reads the next page; absent at the end of the list. */
  readonly onMore?: (() => void) | undefined;
  readonly rowClassName?: (row: Row) => string;
  readonly label: string;
  /** Pixels of every row, one line each: then only those near the window are drawn, however many there are. */
  readonly rowHeight?: number;
}

/** Pixels of the shell's bar, under which a head comes to stand while its rows are scrolled. */
const TOP_BAR = 44;

const ROOMY = { body: { wrapper: RoomyBody } };

export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { rows, rowKey, columns, onOpen, empty, loading, onMore, rowClassName, label, rowHeight = 0 } = props;
  const t = useTexts(kitTexts);
  const box = useRef<HTMLDivElement>(null);
  const { first, end } = useDrawnRows(box, rowHeight, rows.length);
  const drawn = useMemo(() => rows.slice(first, end), [rows, first, end]);
  const room = useMemo(
    () => ({ before: first * rowHeight, behind: (rows.length - end) * rowHeight }),
    [first, end, rows.length, rowHeight],
  );
  const keys = useRowKeys(box, rows.length, rowHeight, (index) => {
    const row = rows[index];
    if (row) onOpen?.(row);
  });
  return (
    <div
      ref={box}
      className={`bh-list ${rowHeight ? 'bh-one-line' : ''}`}
      role="region"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={keys.ofBox}
    >
      <Room.Provider value={room}>
        <Table<Row>
          size="small"
          sticky={{ offsetHeader: TOP_BAR }}
          rowKey={rowKey}
          columns={columns}
          dataSource={drawn}
          pagination={false}
          loading={loading ? { delay: 300 } : false}
          locale={{ emptyText: empty }}
          components={ROOMY}
          rowClassName={(row) => `${onOpen ? 'bh-open-row' : ''} ${rowClassName?.(row) ?? ''}`}
          onRow={(row, index = 0) => ({
            ...keys.ofRow(first + index),
            ...(rowHeight ? { style: { height: rowHeight } } : {}),
            onClick: () => onOpen?.(row),
          })}
        />
      </Room.Provider>
      {onMore ? (
        <Button className="bh-more" onClick={onMore} block type="text">
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
}
