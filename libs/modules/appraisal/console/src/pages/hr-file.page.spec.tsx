import { listOf, officer, PageFrame, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import { APPRAISAL_PERMISSIONS as MAY, hrFile, hrReceipt, receiptView } from '@bihuan/appraisal-contract';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appraisalPages } from '../appraisal.pages';
import { BATCH, batch, file, month, quietHouse, receipt } from '../test/fixtures';
import { HrFilePage } from './hr-file.page';

const user = userEvent.setup({ delay: null });
const BASE = '/api/appraisal/periods/2026-09';

function open(more: Fixtures = {}) {
  setSuiteTime('2026-10-09T10:00:00+08:00', true);
  const server = serveFixtures({
    ...quietHouse,
    'GET /api/appraisal/periods': listOf([month()]),
    [`GET ${BASE}/hr-batches`]: listOf([batch()]),
    [`GET ${BASE}/hr-batches/${BATCH}`]: { body: receipt, schema: receiptView },
    [`GET ${BASE}/hr-file`]: { body: file, schema: hrFile },
    ...more,
  });
  const all = [MAY.readSheet, MAY.exportFile, MAY.receipt, MAY.importScores];
  render(
    <PageFrame me={officer(all)} rooms={[appraisalPages]} at="/appraisal/hr-file">
      <HrFilePage />
    </PageFrame>,
  );
  return server;
}

it('APR-9 the preview has a column a part and the control totals, and the three forms to download', async () => {
  const server = open();
  await screen.findByText(BATCH);
  // Looking is an export: nothing is asked before the button.
  expect(server.to(`GET ${BASE}/hr-file`)).toHaveLength(0);
  await user.keyboard('{Alt>}n{/Alt}');
  const table = await screen.findByRole('region', { name: '人力文件' });
  expect(within(table).getAllByText('工作态度').length).toBeGreaterThan(0);
  expect(within(table).getByText('92.5')).toBeTruthy();
  expect(within(table).getByText('−¥50.00')).toBeTruthy();
  const control = document.querySelector('.bh-control')?.textContent ?? '';
  expect(control).toContain('人数 2');
  expect(control).toContain('总分合计 179.5');
  expect(control).toContain('金额合计 −¥50.00');
  const links = ['XLSX', 'CSV', 'JSON'].map((format) =>
    screen.getByText(`下载 ${format}`).closest('a')?.getAttribute('href'),
  );
  expect(links).toEqual(['xlsx', 'csv', 'json'].map((format) => `${BASE}/hr-file?format=${format}`));
});

it('APR-9 the receipt is answered row by row, a refusal with its reason', async () => {
  const route = `POST ${BASE}/hr-receipt`;
  const server = open({ [route]: { body: { ...receipt, accepted: 1, refused: 1, open: 0 }, schema: receiptView } });
  await user.click(await screen.findByText(BATCH));
  await user.click(await screen.findByLabelText('退回 1002'));
  await user.type(await screen.findByLabelText('退回原因'), '工号已停用');
  await user.click(screen.getByText('提交回执'));
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(hrReceipt.parse(server.to(route)[0]?.body)).toEqual({
    batch: BATCH,
    rows: [
      { staffNumber: '1001', accepted: true },
      { staffNumber: '1002', accepted: false, reason: '工号已停用' },
    ],
  });
});

it('APR-9 an import with a wrong row names it and offers nothing to write; a right one is written', async () => {
  const tried = { id: 'i1', kind: 'hr-scores', rows: 2, errorCount: 1, result: null, allowedActions: [] };
  const faulty = { ...tried, state: 'faulty', errors: [{ row: 3, column: 'staffNumber', detail: '没有此工号' }] };
  const server = open({
    'POST /api/imports': { status: 201, body: { ...tried, state: 'uploaded', errors: [] } },
    'POST /api/imports/i1/dry-run': { body: faulty },
  });
  const upload = async (): Promise<void> =>
    user.upload(await screen.findByLabelText('选择 CSV 或 XLSX 文件'), new File(['x'], 'scores.csv'));
  await upload();
  expect(await screen.findByText('有 1 处错误，未写入任何数据')).toBeTruthy();
  expect(screen.getByText('第 3 行 staffNumber：没有此工号')).toBeTruthy();
  expect(screen.queryByText('写入')).toBeNull();

  const right = { ...tried, state: 'checked', errors: [], errorCount: 0 };
  server.change({
    'POST /api/imports/i1/dry-run': { body: right },
    'POST /api/imports/i1/commit': { body: { ...right, state: 'committed' } },
  });
  await upload();
  await user.click(await screen.findByText('写入'));
  expect(await screen.findByText('已写入 2 行')).toBeTruthy();
});
