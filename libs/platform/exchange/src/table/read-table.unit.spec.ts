/** Cells and headings read after their columns; each fault named by row and column (CUS-4). */
import type { TableColumn } from './columns';
import { readCell, type RawCell } from './read-cell.rules';
import { readTable } from './read-table.rules';

const title = (zh: string, en: string) => ({ zh, en });
const column = (type: TableColumn['type'], more: Partial<TableColumn> = {}): TableColumn => ({
  key: 'x',
  title: title('列', 'Column'),
  type,
  ...more,
});
const kinds = [
  { code: 'company', title: title('单位', 'Company') },
  { code: 'person', title: title('个人', 'Person') },
];

describe('cells', () => {
  it.each<[TableColumn['type'], RawCell, unknown]>([
    ['text', ' 王建国 ', '王建国'],
    ['text', 13812345678, '13812345678'],
    ['text', '=1+1', '=1+1'],
    ['text', "O'Neil", "O'Neil"],
    ['text', '   ', undefined],
    ['text', null, undefined],
    ['integer', '42', 42],
    ['integer', -7, -7],
    ['number', '12.50', 12.5],
    ['number', 0, 0],
    ['date', '2026-09-17', '2026-09-17'],
    ['date', '2026/9/7', '2026-09-07'],
    ['date', '2026年9月17日', '2026-09-17'],
    ['date', '20260917', '2026-09-17'],
    ['date', new Date(Date.UTC(2026, 8, 17)), '2026-09-17'],
    ['boolean', '是', true],
    ['boolean', false, false],
    ['boolean', 'No', false],
    ['list', '3g, 固话；宽带、 iptv', ['3g', '固话', '宽带', 'iptv']],
    ['code', '个人', 'person'],
    ['code', 'COMPANY', 'company'],
  ])('CUS-4 %s %j is %j', (type, raw, value) => {
    expect(readCell(raw, column(type, { codes: kinds }))).toEqual({ value });
  });

  it.each<[TableColumn['type'], RawCell, string]>([
    ['integer', '4.2', 'not-a-whole-number'],
    ['integer', '1e3', 'not-a-whole-number'],
    ['number', 'zwölf', 'not-a-number'],
    ['number', '1,200', 'not-a-number'],
    ['date', '2026-02-30', 'not-a-date'],
    ['date', '17.09.2026', 'not-a-date'],
    ['boolean', '也许', 'not-yes-or-no'],
    ['code', '机构', 'not-on-the-list'],
    ['text', 'x'.repeat(501), 'too-long'],
    ['text', 'a\u0000b', 'unwritable-text'],
  ])('CUS-4 %s %j is %s', (type, raw, code) => {
    expect(readCell(raw, column(type, { codes: kinds }))).toMatchObject({ code });
  });

  it('CUS-4 an empty cell is refused only where the column asks for it', () => {
    expect(readCell('', column('date', { required: true }))).toMatchObject({ code: 'required' });
    expect(readCell('', column('date'))).toEqual({ value: undefined });
  });
});

describe('tables', () => {
  const columns: TableColumn[] = [
    { key: 'name', title: title('姓名', 'Name'), type: 'text', required: true },
    { key: 'points', title: title('分数', 'Points'), type: 'number', required: true },
    { key: 'on', title: title('日期', 'Date'), type: 'date' },
  ];

  it('CUS-4 headings are found by key, Chinese or English title, in any order; empty lines are no rows', () => {
    const grid = [
      ['Points', ' 姓名* ', 'on'],
      ['12', '甲', '2026-09-01'],
      ['', null, '  '],
      [7, '乙'],
    ];
    expect(readTable(columns, grid)).toEqual({
      errors: [],
      rows: [
        { row: 2, values: { points: 12, name: '甲', on: '2026-09-01' } },
        { row: 4, values: { points: 7, name: '乙', on: undefined } },
      ],
    });
  });

  it('CUS-4 every fault is named by its row and column', () => {
    const grid = [
      ['name', 'points', 'on'],
      ['甲', 'x', '2026-13-01'],
      ['', 1, ''],
    ];
    expect(readTable(columns, grid).errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'points', 'not-a-number'],
      [2, 'on', 'not-a-date'],
      [3, 'name', 'required'],
    ]);
  });

  it.each([
    [[['name', 'colour', 'points']], [1, 'colour', 'unknown-column']],
    [[['name', '姓名', 'points']], [1, '姓名', 'column-twice']],
    [[['name']], [1, 'points', 'missing-column']],
    [[['name', 'points']], [1, '', 'no-rows']],
    [[], [1, 'name', 'missing-column']],
  ])('CUS-4 %j is refused', (grid, fault) => {
    const [{ row, column, code } = { row: 0, column: '', code: '' }] = readTable(columns, grid).errors;
    expect([row, column, code]).toEqual(fault);
  });
});
