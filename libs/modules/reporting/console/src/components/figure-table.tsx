/** The rows of a figure with its total; each opens the cases behind it (RPT-2). */
import { EmptyNote, ListTable, useLanguage, useTexts } from '@bihuan/console-kit';
import type { FigureRow, FigureView, IndicatorView } from '@bihuan/reporting-contract';
import type { TableColumnsType } from 'antd';
import { useCodeName, type CodeName } from '../format/codes';
import { formatPart, formatValue } from '../format/value';
import { reportingTexts } from '../locales/texts';
import { useDimensionName } from './figure-filters';
import { TargetMark } from './figure-tile';

/** The total stands among the rows as the last of them. */
interface Line extends FigureRow {
  readonly isTotal: boolean;
}

export interface FigureTableProps {
  readonly indicator: IndicatorView;
  readonly figure: FigureView;
  readonly onOpen: (key: FigureRow['key']) => void;
}

/** By the first dimension, then by the next: time as it runs, everything else by its name. */
export function inOrder(rows: readonly FigureRow[], by: readonly string[], name: CodeName): readonly FigureRow[] {
  const word = (row: FigureRow, dimension: string): string =>
    dimension === 'month' || dimension === 'day' ? (row.key[dimension] ?? '') : name(dimension, row.key[dimension]);
  const compare = (a: FigureRow, b: FigureRow): number =>
    by.reduce((order, dimension) => order || word(a, dimension).localeCompare(word(b, dimension), 'zh-CN'), 0);
  return [...rows].sort(compare);
}

export function FigureTable({ indicator, figure, onOpen }: FigureTableProps) {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  const name = useDimensionName();
  const codeName = useCodeName(indicator.module);
  const { by, rows, value, numerator, denominator, note, target } = figure;
  const total: Line = { key: {}, value, numerator, denominator, note, target, isTotal: true };
  const lines: readonly Line[] = [
    ...inOrder(rows, by, codeName).map((row) => ({ ...row, isTotal: false })),
    ...(rows.length > 0 ? [total] : []),
  ];
  const number = (title: string, of: (line: Line) => string) => ({
    title,
    width: 132,
    align: 'right' as const,
    render: (_: unknown, line: Line) => of(line),
  });
  const columns: TableColumnsType<Line> = [
    ...by.map((dimension, at) => ({
      title: name(dimension),
      render: (_: unknown, line: Line) =>
        line.isTotal ? (at === 0 ? t('total') : '') : codeName(dimension, line.key[dimension]),
    })),
    number(t('value'), (line) =>
      line.value === null
        ? t(line.note === 'no-base' ? 'note.no-base' : 'note.none')
        : formatValue(line.value, indicator.unit, language),
    ),
    ...(indicator.kind === 'sum'
      ? [
          number(t('share'), (line) =>
            numerator === 0 ? '—' : formatValue(line.numerator / numerator, 'percent', language),
          ),
        ]
      : [
          number(t('numerator'), (line) => formatPart(line.numerator, indicator, language)),
          number(t('denominator'), ({ denominator: below }) => below?.toLocaleString('en-US') ?? '—'),
        ]),
    ...(rows.some((row) => row.target !== null)
      ? [
          {
            title: t('target'),
            width: 200,
            render: (_: unknown, line: Line) => (
              <TargetMark value={line.value} target={line.target} indicator={indicator} />
            ),
          },
        ]
      : []),
  ];
  return (
    <ListTable
      label={t('rows')}
      rows={lines}
      rowKey={({ key, isTotal }) => (isTotal ? 'total' : JSON.stringify(key))}
      columns={columns}
      rowClassName={({ isTotal }) => (isTotal ? 'bh-total' : '')}
      onOpen={(line) => onOpen(line.key)}
      empty={<EmptyNote title={t('rowsNone')}>{t('rowsNoneHelp')}</EmptyNote>}
    />
  );
}
