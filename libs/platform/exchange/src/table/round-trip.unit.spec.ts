/** What is written comes back as it was, and nothing in it is a formula for any spreadsheet (S4). */
import { inflateRawSync } from 'node:zlib';
import { zipDirectory } from '@bihuan/attachments';
import type { TableColumn } from './columns';
import { readGrid, ROWS_AT_MOST, sheetType } from './grid-reader';
import { readTable } from './read-table.rules';
import { writeTable, type TableFormat } from './write-table';

/** S4: signs with which some spreadsheet begins a formula, hides one, or breaks a cell. */
const PREFIXES = ['=', '+', '-', '@', '\t', '\r', '\n', ' ', '＝', '＋', '－', '＠', '|', '%', '"', "'", '\ufeff'];

const text: TableColumn = { key: 'words', title: { zh: '内容', en: 'Words' }, type: 'text' };
const points: TableColumn = { key: 'points', title: { zh: '分数', en: 'Points' }, type: 'number' };

const write = (format: TableFormat, rows: readonly Record<string, string | number | null>[]) =>
  writeTable(format, { name: '表', columns: [text, points], rows });

const read = async (format: TableFormat, bytes: Buffer) => {
  expect(sheetType(bytes, `a.${format}`)).toBe(format);
  return readTable([text, points], await readGrid(bytes, format));
};

describe.each<TableFormat>(['csv', 'xlsx'])('%s', (format) => {
  it('S4 APR-9 texts and numbers come back as they were', async () => {
    const rows = [
      { words: '王建国,“引号"与换行\n第二行', points: 98.5 },
      { words: '13812345678', points: -2 },
      { words: null, points: 0 },
      ...PREFIXES.map((prefix, index) => ({ words: `${prefix}cmd|' /C calc'!A0`, points: index })),
      { words: "'=1+1", points: 1 },
    ];
    const { bytes } = await write(format, rows);
    const table = await read(format, bytes);
    expect(table.errors).toEqual([]);
    // A sheet does not tell a carriage return from a line feed, and blanks at the ends of its cells mean nothing.
    const same = (words: unknown) =>
      String(words ?? '')
        .replace(/\r\n?/g, '\n')
        .trim();
    expect(table.rows.map(({ values }) => [same(values['words']), values['points']])).toEqual(
      rows.map(({ words, points: given }) => [same(words), given]),
    );
  });
});

it('S4 no cell of a CSV leads with a sign that begins or hides a formula', async () => {
  const { bytes } = await write(
    'csv',
    PREFIXES.map((prefix) => ({ words: `${prefix}1+1`, points: 1 })),
  );
  const content = bytes.toString('utf8');
  expect(content.startsWith('\ufeff')).toBe(true);
  for (const prefix of PREFIXES) expect(content).toContain(`'${prefix === '"' ? '""' : prefix}1+1`);
  expect(content.slice(1)).not.toMatch(/(^|\n)"?[=+\-@\t ＝＋－＠|%]/);
});

it('S4 an XLSX holds texts as texts and no formula', async () => {
  const { bytes } = await write(
    'xlsx',
    PREFIXES.map((prefix) => ({ words: `${prefix}1+1`, points: 1 })),
  );
  const sheet = unpack(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<sheetData>');
  expect(sheet).not.toMatch(/<f[ >]/);
});

it('APR-9 the same table is the same bytes, whenever it is written, and unpacks', async () => {
  const rows = [{ words: '用户', points: 5 }];
  const atOnce = async (now: string) => {
    jest.useFakeTimers({ now: new Date(now), advanceTimers: true });
    const { bytes } = await write('xlsx', rows).finally(() => jest.useRealTimers());
    return bytes;
  };
  const [first, later] = [await atOnce('2026-09-30T08:00:00Z'), await atOnce('2027-01-05T17:31:00Z')];
  expect(first.equals(later)).toBe(true);
  expect((await read('xlsx', later)).rows).toEqual([{ row: 2, values: { words: '用户', points: 5 } }]);
});

it('CUS-4 a table of Chinese Windows, with semicolons, is read as it is meant', async () => {
  // 内容;分数 / 用户;5 in GB18030.
  const bytes = Buffer.concat([
    Buffer.from([0xc4, 0xda, 0xc8, 0xdd]),
    Buffer.from(';'),
    Buffer.from([0xb7, 0xd6, 0xca, 0xfd]),
    Buffer.from('\r\n'),
    Buffer.from([0xd3, 0xc3, 0xbb, 0xa7]),
    Buffer.from(';5\r\n'),
  ]);
  expect((await read('csv', bytes)).rows).toEqual([{ row: 2, values: { words: '用户', points: 5 } }]);
});

it('CUS-4 a table that is too long, cut off, or none at all is refused at the file', async () => {
  const long = Buffer.from(`words\n${'x\n'.repeat(ROWS_AT_MOST)}`);
  const refused = (code: string) => ({ details: { errors: [{ pointer: '/file', code }] } });
  await expect(readGrid(long, 'csv')).rejects.toMatchObject(refused('too-many-rows'));
  await expect(readGrid(Buffer.from('PK\x03\x04rubbish'), 'xlsx')).rejects.toMatchObject(refused('unreadable-table'));
  await expect(readGrid(Buffer.from('a,"b\n'), 'csv')).rejects.toMatchObject(refused('unreadable-table'));
  const typeOf = async (bytes: Buffer, name: string) => Promise.resolve(sheetType(bytes, name));
  await expect(typeOf(Buffer.from('%PDF-1.7'), 'a.pdf')).rejects.toMatchObject(refused('no-table'));
  await expect(typeOf(Buffer.alloc(0), 'a.csv')).rejects.toMatchObject(refused('empty-file'));
});

/** One deflated file of an archive. */
function unpack(bytes: Buffer, wanted: string): string {
  expect((zipDirectory(bytes) ?? []).map(({ name }) => name)).toContain(wanted);
  const name = bytes.indexOf(wanted);
  const at = name - 30;
  expect([bytes.readUInt32LE(at), bytes.readUInt16LE(at + 8)]).toEqual([0x04034b50, 8]);
  return inflateRawSync(bytes.subarray(name + wanted.length + bytes.readUInt16LE(at + 28))).toString('utf8');
}
