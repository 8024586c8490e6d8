/** A call file in every dress gives the same rows; one that is none is refused with the place. */
import writeXlsxFile from 'write-excel-file/node';
import { DemoRefusal } from '../problems';
import type { Finding } from '../problems';
import { readCells, tableOf } from './read-table';
import { BODY, csvOf, EN_HEADING, GB18030_BASE64, ZH_HEADING } from './test/files';

const read = async (bytes: Buffer) => tableOf(await readCells(bytes));

const rowsOf = async (bytes: Buffer) => (await read(bytes)).rows.map(({ line, cells }) => ({ line, ...cells }));

async function refusal(bytes: Buffer): Promise<readonly Finding[]> {
  const error: unknown = await read(bytes).catch((reason: unknown) => reason);
  if (!(error instanceof DemoRefusal)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error.findings;
}

const EXPECTED = [
  {
    line: 2,
    time: '2026-09-17 09:05',
    officer: '01',
    channel: '电话',
    phone: '13812345678',
    name: '王喆',
    site: '城东支行',
    summary: '取款机吞卡,无显示',
    category: '技术质量',
    kind: '硬件',
    outcome: '转问题表',
    agreed: '是',
  },
  expect.objectContaining({
    line: 3,
    officer: '02',
    phone: '',
    summary: '打错电话',
    outcome: '骚扰或打错',
    agreed: '',
  }),
];

test('npm run demo: UTF-8 with or without its mark, UTF-16 and GB18030 give the same rows', async () => {
  const text = csvOf(ZH_HEADING);
  expect(await rowsOf(Buffer.from(text))).toEqual(EXPECTED);
  expect(await rowsOf(Buffer.from(`\ufeff${text}`))).toEqual(EXPECTED);
  expect(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(EXPECTED);
  expect(await rowsOf(Buffer.from(GB18030_BASE64, 'base64'))).toEqual(EXPECTED);
});

test('npm run demo: an English heading, other names and another order of the columns are understood', async () => {
  expect(await rowsOf(Buffer.from(csvOf(EN_HEADING)))).toEqual(EXPECTED);
  const moved = csvOf('来电人,TIME,责任人,受理渠道,联系电话,地点,事由,问题类别,小类,去向,同意,备注', [
    '王喆,2026-09-17 09:05,01,电话,13812345678,城东支行,"取款机吞卡,无显示",技术质量,硬件,转问题表,是,略',
  ]);
  expect(await rowsOf(Buffer.from(moved))).toEqual([EXPECTED[0]]);
  expect((await read(Buffer.from(moved))).ignored).toEqual(['备注']);
});

test('npm run demo: cells between tabs, as pasted from a sheet', async () => {
  const tabs = ['2026-09-17 09:05', '01', '电话', '', '', '', '逗号,在内', '咨询', '', '当场答复', ''].join('\t');
  const [row] = await rowsOf(Buffer.from(csvOf(ZH_HEADING.replaceAll(',', '\t'), [tabs])));
  expect(row).toMatchObject({ line: 2, summary: '逗号,在内', category: '咨询' });
});

test('npm run demo: XLSX: dates, numbers and texts are read as they are seen, empty rows keep the numbering', async () => {
  const text = (value: string) => ({ value });
  const sheet = await writeXlsxFile([
    ZH_HEADING.split(',').map(text),
    [
      { value: new Date(Date.UTC(2026, 8, 17, 9, 5)), type: Date, format: 'yyyy-mm-dd hh:mm' },
      { value: 1, type: Number },
      ...['电话'].map(text),
      { value: 13812345678, type: Number },
      ...['王喆', '城东支行', '吞卡', '技术质量', '硬件', '转问题表'].map(text),
      { value: true, type: Boolean },
    ],
    [],
    [...(BODY[1] ?? '').split(',').map((value) => (value === '' ? null : { value }))],
  ]).toBuffer();
  expect(await rowsOf(sheet)).toEqual([
    expect.objectContaining({
      line: 2,
      time: '2026-09-17 09:05:00',
      officer: '1',
      phone: '13812345678',
      agreed: 'true',
    }),
    expect.objectContaining({ line: 4, time: '2026-09-17 09:07', outcome: '骚扰或打错' }),
  ]);
});

test('npm run demo: a row is named by the line it begins on, also after cells over two lines and blank lines', async () => {
  const body = [(BODY[0] ?? '').replace(',无显示', '\n无显示'), '', BODY[1] ?? ''];
  expect((await rowsOf(Buffer.from(csvOf(ZH_HEADING, body)))).map(({ line }) => line)).toEqual([2, 5]);
});

test('npm run demo: missing and doubled columns are named', async () => {
  const findings = await refusal(Buffer.from(csvOf(ZH_HEADING.replace('子类,', '电话,'))));
  expect(findings.map(({ line, column }) => [line, column])).toEqual([
    [1, 'phone'],
    [1, 'kind'],
  ]);
});

test('npm run demo: a comma without quotes is named by its line', async () => {
  const findings = await refusal(Buffer.from(csvOf(ZH_HEADING, [(BODY[0] ?? '').replaceAll('"', ''), BODY[1] ?? ''])));
  expect(findings).toEqual([expect.objectContaining({ line: 2, zh: expect.stringContaining('12 列') })]);
});

test.each([
  ['an open quotation mark', Buffer.from(csvOf(ZH_HEADING, ['2026-09-17 09:05,"01'])), /引号没有结束/, 2],
  ['a quotation mark inside a cell', Buffer.from(csvOf(ZH_HEADING, ['2026-09-17 09:05,0"1"'])), /引号/, 2],
  ['bytes that are no text', Buffer.from([0xff, 0x00, 0x81, 0xff, 0xff]), /编码/, undefined],
  ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /\.xlsx/, undefined],
  ['a broken .xlsx', Buffer.from('PK\x03\x04broken'), /XLSX/, undefined],
  ['an empty file', Buffer.alloc(0), /空/, undefined],
  ['a heading alone', Buffer.from(ZH_HEADING), /没有来电/, undefined],
])('npm run demo: %s is refused with a sentence', async (_what, bytes, sentence, line) => {
  const [finding] = await refusal(bytes);
  expect(finding?.zh).toMatch(sentence);
  expect(finding?.line).toBe(line);
});
