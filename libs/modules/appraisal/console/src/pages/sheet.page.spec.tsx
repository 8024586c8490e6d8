import { officer, PageFrame, refusal, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import { headScore, sheetView, type SheetView } from '@bihuan/appraisal-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appraisalPages } from '../appraisal.pages';
import { ID, quietHouse, sheet } from '../test/fixtures';
import { SheetPage } from './sheet.page';

const user = userEvent.setup({ delay: null });
const ROUTE = `/api/appraisal/sheets/${ID.sheet}`;
const SCORE = `POST ${ROUTE}/head-score`;

function open(view: SheetView, more: Fixtures = {}) {
  setSuiteTime('2026-10-08T10:00:00+08:00', true);
  const server = serveFixtures({ ...quietHouse, [`GET ${ROUTE}`]: { body: view, schema: sheetView }, ...more });
  render(
    <PageFrame
      me={officer([])}
      rooms={[appraisalPages]}
      at={`/appraisal/sheets/${ID.sheet}`}
      route="/appraisal/sheets/:id"
    >
      <SheetPage />
    </PageFrame>,
  );
  return server;
}

const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
const first = async (): Promise<HTMLElement> => {
  await screen.findByText('202609-1001');
  await user.keyboard('{Alt>}1{/Alt}');
  const field = await screen.findByLabelText('主动性（0–15）');
  // The form is open when the keyboard is in it: before that, what is typed goes elsewhere.
  await waitFor(() => expect(document.querySelector('.bh-score-grid input')).toBe(document.activeElement));
  return field;
};

beforeEach(() => localStorage.clear());

it('APR-1 the head scores by the keyboard: digits, Enter to the next item, Ctrl+Enter sends; the self score stands beside', async () => {
  const done = sheet({ version: 4, state: 'head-scored', allowedActions: ['head-score'] });
  const server = open(sheet(), { [SCORE]: { body: done, schema: sheetView } });
  const field = await first();
  expect(document.activeElement).toBe(field);
  expect(screen.getByText('自评分 15')).toBeTruthy();
  // What records give is not asked.
  expect(screen.queryByLabelText('加盟商满意度（0–10）')).toBeNull();
  await user.keyboard('12{Enter}9');
  await save();
  await waitFor(() => expect(server.to(SCORE)).toHaveLength(1));
  expect(headScore.parse(server.to(SCORE)[0]?.body)).toEqual({
    items: [
      { item: 'initiative', points: 12 },
      { item: 'responsibility', points: 9 },
    ],
  });
  expect(server.to(SCORE)[0]?.headers['if-match']).toBe('"3"');
});

it('APR-1 the guidance of the band that is reached stands out while one types', async () => {
  open(sheet());
  await first();
  const reached = (): string[] =>
    [...document.querySelectorAll('.bh-score-grid .bh-band-reached')].map(({ textContent }) => textContent ?? '');
  expect(reached()).toEqual([]);
  await user.keyboard('7{Enter}');
  await waitFor(() => expect(reached()).toEqual(['7分以下 主动性被动']));
  await user.keyboard('{ArrowUp}8{Enter}');
  await waitFor(() => expect(reached()).toEqual(['8-15分 主动性积极']));
});

it('RD-33 more points than the item has are not sent', async () => {
  const server = open(sheet());
  const field = await first();
  await user.type(field, '16');
  await save();
  expect(await screen.findByText('0–15')).toBeTruthy();
  expect(server.to(SCORE)).toHaveLength(0);
});

it('APR-1a RD-31 too few calls: the head decides, and is asked for the reason', async () => {
  const server = open(sheet({}, true), { [SCORE]: { body: sheet({ version: 4 }, true), schema: sheetView } });
  await first();
  await user.type(screen.getByLabelText('加盟商满意度（0–10）'), '6');
  await save();
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(1));
  expect(server.to(SCORE)).toHaveLength(0);
  await user.type(screen.getByLabelText('打分理由（必填）'), '两户来信表扬');
  await save();
  await waitFor(() => expect(server.to(SCORE)).toHaveLength(1));
  expect(server.to(SCORE)[0]?.body).toEqual({
    items: [{ item: 'franchisee-satisfaction', points: 6, ground: '两户来信表扬' }],
  });
});

it('APR-7 a figure from records shows how it was found, a released sheet its hash; nothing can be done any more', async () => {
  open(
    sheet({
      state: 'released',
      allowedActions: [],
      missing: [],
      released: {
        at: '2026-10-09T09:00:00+08:00',
        by: { id: ID.head, name: '马骁' },
        hash: 'ab'.repeat(32),
        intact: true,
      },
    }),
  );
  expect(await screen.findByText('按记录计算：10 × 8/10 = 8')).toBeTruthy();
  expect(screen.getByText('ab'.repeat(32))).toBeTruthy();
  expect(screen.getByText('内容未变')).toBeTruthy();
  expect(screen.queryByRole('toolbar')).toBeNull();
});

it('APR-7 a refusal of the server is shown in its words', async () => {
  const refused = refusal(409, { code: 'not-frozen', detail: '2026-09 的考核数据尚未截止。', status: 409 });
  open(sheet({ state: 'head-scored', allowedActions: ['release'] }), { [`POST ${ROUTE}/release`]: refused });
  await screen.findByText('202609-1001');
  await user.keyboard('{Alt>}1{/Alt}');
  await screen.findByLabelText('备注');
  await save();
  expect(await screen.findByText('2026-09 的考核数据尚未截止。')).toBeTruthy();
});

it('APR-1 heads a part that has several items, and says the name of one that is its only item once', async () => {
  open(sheet());
  const table = await screen.findByRole('table');
  const heads = [...table.querySelectorAll('.bh-scores-part th')].map(({ textContent }) => textContent ?? '');
  expect(heads.some((head) => head.startsWith('工作态度'))).toBe(true);
  expect(heads.some((head) => head.startsWith('加盟商满意度'))).toBe(false);
  const named = [...table.querySelectorAll('td, th')].filter(({ textContent }) =>
    textContent?.startsWith('加盟商满意度'),
  );
  expect(named).toHaveLength(1);
});
