import { listOf, officer, PageFrame, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import { APPRAISAL_PERMISSIONS as MAY, sheetView } from '@bihuan/appraisal-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appraisalPages } from '../appraisal.pages';
import { line, month, quietHouse, sheet } from '../test/fixtures';
import { SheetsPage } from './sheets.page';

const user = userEvent.setup({ delay: null });

function open(permissions: readonly string[], more: Fixtures = {}) {
  setSuiteTime('2026-10-09T10:00:00+08:00', true);
  const server = serveFixtures({
    ...quietHouse,
    'GET /api/appraisal/periods': listOf([month()]),
    'GET /api/appraisal/periods/2026-09/sheets': listOf([
      line('1001', { state: 'head-scored', total: 87, allowedActions: ['release'] }),
      line('1002', { state: 'open', overdue: ['self-score', 'head-score'] }),
      line('1003', { state: 'released', total: 92, headLate: true }),
    ]),
    ...more,
  });
  render(
    <PageFrame me={officer(permissions)} rooms={[appraisalPages]} at="/appraisal/sheets">
      <SheetsPage />
    </PageFrame>,
  );
  return server;
}

it('APR-5 cut-offs stand there with the day they were moved from; who is late is marked', async () => {
  open([MAY.readSheet]);
  expect(await screen.findAllByText('2026-10-08 周四 24:00')).toHaveLength(2);
  expect(screen.getByText('原 10-02，因节假日调整')).toBeTruthy();
  expect(await screen.findByText('自评逾期')).toBeTruthy();
  expect(screen.getByText('部门评分逾期')).toBeTruthy();
  expect(screen.getByText('评分迟交')).toBeTruthy();
  // Only who may release sees the button.
  expect(screen.queryByText(/发布全部已评分/)).toBeNull();
});

it('APR-7 HR releases all that is scored, one after another, each with the version it was seen in', async () => {
  const { id } = line('1001');
  const route = `POST /api/appraisal/sheets/${id}/release`;
  const server = open([MAY.readSheet, MAY.release], {
    [route]: { body: sheet({ state: 'released' }), schema: sheetView },
  });
  await user.click(await screen.findByText(/发布全部已评分（1）/));
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(server.to(route)[0]?.headers['if-match']).toBe('"3"');
  expect(server.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
});
