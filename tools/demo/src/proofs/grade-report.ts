/** Form 11 counts every graded repair once, by engineer and grade (DSP-7). */
import type { Office } from '../office/office';
import type { Days } from './books';
import type { Ledger } from './ledger';

/** @param repairs graded in the days */
export async function proveGrades(office: Office, ledger: Ledger, repairs: number, days: Days): Promise<void> {
  const html = (
    await office.admin.file(`/api/dispatch/registers/fault-grades.html?from=${days.from}&to=${days.to}`)
  ).toString('utf8');
  const text = html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ');
  const found = /合计\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/.exec(text);
  const [one, two, three, four, count, weighted] = (found ?? []).slice(1).map(Number);
  const grades = [one, two, three, four].map((value) => value ?? -1);
  ledger.figure('dispatch', '表11 维修次数', 'repairs of form 11', count ?? -1);
  ledger.equal('表11 各级之和 = 次数', 'grades of form 11 = its count', sum(grades), count ?? -1);
  ledger.equal('表11 次数 = 已结维修工单', 'count of form 11 = repair orders concluded', count ?? -1, repairs);
  ledger.equal(
    '表11 加权合计 = 4、3、2、1 倍之和',
    'weighted sum of form 11 = 4, 3, 2, 1 times its grades',
    weighted ?? -1,
    sum(grades.map((value, index) => value * (4 - index))),
  );
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
