/** Lists: sticky head, arrows and Enter, an empty state that says what will stand here, more rows by cursor. */
import { Button, Table, type TableColumnsType } from 'antd';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';

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
}

/** Pixels of the shell's bar, under which a head comes to stand while its rows are scrolled. */
const TOP_BAR = 44;

/** Moves the focus from row to row. */
function step(event: KeyboardEvent<HTMLElement>, direction: 1 | -1): void {
  const row = event.currentTarget;
  let next = direction === 1 ? row.nextElementSibling : row.previousElementSibling;
  while (next && !(next instanceof HTMLElement && next.tabIndex === 0)) {
    next = direction === 1 ? next.nextElementSibling : next.previousElementSibling;
  }
  if (next instanceof HTMLElement) next.focus();
  event.preventDefault();
}

export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { rows, rowKey, columns, onOpen, empty, loading, onMore, rowClassName, label } = props;
  const t = useTexts(kitTexts);
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} className="bh-list" role="region" aria-label={label}>
      <Table<Row>
        size="small"
        sticky={{ offsetHeader: TOP_BAR }}
        rowKey={rowKey}
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        loading={loading ? { delay: 300 } : false}
        locale={{ emptyText: empty }}
        rowClassName={(row) => `${onOpen ? 'bh-open-row' : ''} ${rowClassName?.(row) ?? ''}`}
        onRow={(row) => ({
          tabIndex: 0,
          onClick: () => onOpen?.(row),
          onKeyDown: (event) => {
            if (event.target !== event.currentTarget) return;
            if (event.key === 'ArrowDown') step(event, 1);
            else if (event.key === 'ArrowUp') step(event, -1);
            else if (event.key === 'Enter' && onOpen) {
              event.preventDefault();
              onOpen(row);
            }
          },
        })}
      />
      {onMore ? (
        <Button className="bh-more" onClick={onMore} block type="text">
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
}
