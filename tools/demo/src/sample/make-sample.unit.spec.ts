/** The sample in the repository is what its script makes, and has every odd case. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkTimes } from '../check/check-times';
import { readTable } from '../parse/read-table';
import { fateOf, WAYS } from '../plan/fate';
import { SEED } from '../plan/draw';
import { sampleCsv } from './make-sample';

const FILE = join(__dirname, '../../data/sample-calls.csv');

test('npm run demo: the committed sample is what the script makes', async () => {
  expect(await readFile(FILE, 'utf8')).toBe(sampleCsv());
});

test('npm run demo: 300 calls of one day with every odd case', async () => {
  const { rows } = await readTable(FILE);
  expect(rows).toHaveLength(300);
  expect(checkTimes(rows).findings).toEqual([]);
  const has = (wanted: (cells: (typeof rows)[number]['cells']) => boolean): number =>
    rows.filter(({ cells }) => wanted(cells)).length;
  const kinds = {
    'wrong number': has(({ outcome }) => outcome === '骚扰或打错'),
    'unknown caller': has(({ name, outcome }) => name === '' && outcome !== '骚扰或打错'),
    complaint: has(({ category, outcome }) => category === '服务' && outcome === '转问题表'),
    'no answer': has(({ outcome }) => outcome === '待用户回复'),
    'no phone': has(({ phone }) => phone === ''),
    praise: has(({ category }) => category === '表扬'),
    suggestion: has(({ category }) => category === '建议'),
    visitor: has(({ channel }) => channel === '来访'),
    fax: has(({ channel }) => channel === '传真'),
    software: has(({ kind, outcome }) => kind === '软件' && outcome === '转问题表'),
    sales: has(({ category, outcome }) => category === '销售' && outcome === '转问题表'),
    other: has(({ category, outcome }) => category === '其它' && outcome === '转问题表'),
    'not agreed': has(({ agreed }) => agreed === '否'),
    'second officer': has(({ officer }) => officer === '02'),
    'two lines': has(({ summary }) => summary.includes('\n')),
  };
  expect(Object.entries(kinds).filter(([, count]) => count === 0)).toEqual([]);
  const forms = rows.filter(({ cells }) => cells.outcome === '转问题表');
  const sites = forms.map(({ cells }) => `${cells.site} ${cells.phone}`);
  expect(sites.length - new Set(sites).size).toBeGreaterThanOrEqual(4);
});

test('npm run demo: the sample shows every way a form can go', async () => {
  const { rows } = await readTable(FILE);
  const forms = rows.flatMap(({ cells }, index) => (cells.outcome === '转问题表' ? [fateOf(SEED, index + 1)] : []));
  expect(new Set(forms.map(({ way }) => way))).toEqual(new Set(Object.keys(WAYS)));
  expect(
    forms.filter(({ callBack, way }) => callBack === 'not-satisfied' && way !== 'withdrawn').length,
  ).toBeGreaterThan(0);
  expect(forms.filter(({ way, lateDays }) => way === 'late' && lateDays === 2).length).toBeGreaterThan(0);
});
