import { listOf, officer, PageFrame, serveFixtures, type FixtureServer } from '@bihuan/console-kit';
import {
  confirmEvaluation,
  coverageView,
  dismissEvaluation,
  evaluationDetail,
  evaluationFigures,
  evaluationView,
  REVISIT_PERMISSIONS,
} from '@bihuan/revisit-contract';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { revisitPages } from '../revisit.pages';
import { CoveragePage, percent } from './coverage.page';
import { EvaluationFiguresPage } from './evaluation-figures.page';
import { EvaluationPage, EvaluationsPage } from './evaluations.page';
import { mondayOf } from './revisit-sheet.page';

const user = userEvent.setup({ delay: null });
const id = (digit: number): string => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;

const fields = {
  id: id(1),
  number: '2026091701001',
  state: 'to-confirm',
  version: 2,
  allowedActions: ['confirm', 'dismiss'],
  createdAt: '2026-09-18T10:00:00+08:00',
  dueAt: '2026-09-19T20:30:00+08:00',
  customerId: null,
  subject: { module: 'hotline', kind: 'problem-form', id: id(8) },
  item: 'after-sales',
  project: '国贸改造',
  technicalLevel: 120,
  attitude: -50,
  remark: '迟到两小时',
  month: '2026-09',
  replacedBy: null,
  customerName: '福田口岸',
  evaluator: '刘敏',
  engineer: { id: id(7), name: '陈志强' },
  unit: { id: id(6), name: '技术支持' },
  division: { id: id(5), name: '产品事业部' },
  decidedAt: null,
  decision: '',
  complaint: null,
};
const detail = (more: object = {}) => evaluationDetail.parse({ ...fields, deadlines: [], ...more });

const pack = {
  calendars: [],
  deadlinePolicies: [],
  productLines: [],
  customerLevels: [],
  forms: [],
  modules: {
    revisit: { evaluation: { items: [{ code: 'after-sales', title: { zh: '售后服务', en: 'After-sales' } }] } },
  },
};

function open(page: ReactElement, at: string, route: string, more: Record<string, { body: unknown }>): FixtureServer {
  const server = serveFixtures({
    'GET /api/packs/active': { body: pack },
    'GET /api/timeline': listOf([]),
    'GET /api/deadlines': listOf([]),
    ...more,
  });
  render(
    <PageFrame me={officer([REVISIT_PERMISSIONS.readEvaluation])} rooms={[revisitPages]} at={at} route={route}>
      {page}
    </PageFrame>,
  );
  return server;
}

beforeEach(() => localStorage.clear());

it('RVT-8b lists what is to be confirmed with both scores and the remark', async () => {
  open(<EvaluationsPage />, '/evaluations', '/evaluations', {
    'GET /api/revisit/evaluations': listOf([evaluationView.parse(fields)]),
  });
  expect(await screen.findByText('迟到两小时')).toBeTruthy();
  expect(screen.getByText('售后服务')).toBeTruthy();
  expect(screen.getByText('-50')).toBeTruthy();
});

it('SYS-18 RVT-8b an officer confirms it as a complaint, or dismisses it with a reason', async () => {
  const route = `/api/revisit/evaluations/${id(1)}`;
  const confirmed = detail({ state: 'confirmed', allowedActions: [], complaint: { id: id(4), number: 'TS001' } });
  const server = open(<EvaluationPage />, `/evaluations/${id(1)}`, '/evaluations/:id', {
    [`GET ${route}`]: { body: detail() },
    [`POST ${route}/confirm`]: { body: confirmed },
  });
  await user.click(await screen.findByRole('button', { name: /不作投诉/ }));
  expect(await screen.findByLabelText('原因')).toBeTruthy();
  expect(dismissEvaluation.safeParse({}).success).toBe(false);
  await user.click(screen.getByRole('button', { name: /确认为投诉/ }));
  await user.type(await screen.findByLabelText('说明'), '已核实');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(server.to(`POST ${route}/confirm`)).toHaveLength(1));
  expect(confirmEvaluation.parse(server.to(`POST ${route}/confirm`)[0]?.body)).toEqual({ text: '已核实' });
  expect(await screen.findByText('TS001')).toBeTruthy();
});

it('RVT-8a shows sum and mean per engineer, department and division', async () => {
  const figure = {
    id: id(7),
    name: '陈志强',
    count: 2,
    technicalLevel: { sum: 50, mean: 25 },
    attitude: { sum: 260, mean: 130 },
    sum: 310,
    mean: 77.5,
  };
  const body = evaluationFigures.parse({ month: '2026-09', engineers: [figure], departments: [], divisions: [] });
  open(<EvaluationFiguresPage />, '/evaluation-figures', '/evaluation-figures', {
    'GET /api/revisit/evaluation-figures': { body },
  });
  const row = (await screen.findByText('陈志强')).closest('tr') as HTMLElement;
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['陈志强', '2', '50', '25', '260', '130', '310', '77.5']);
  expect(screen.getAllByText('本月没有评价')).toHaveLength(2);
});

it('SYS-33 RVT-1c the coverage is shown, and the missing are listed by number', async () => {
  expect([percent(1), percent(5 / 6), percent(null)]).toEqual(['100.0 %', '83.3 %', '—']);
  const line = { id: id(2), number: 'V2', event: 'work-order', state: 'planned', limitAt: '2026-09-20T21:00:00+08:00' };
  const body = coverageView.parse({
    from: '2026-09-01',
    to: '2026-09-20',
    planned: 7,
    made: 5,
    inTime: 4,
    pending: 1,
    coverage: 5 / 6,
    missing: [{ ...line, attempts: 2, moved: true }],
  });
  open(<CoveragePage />, '/revisit-coverage', '/revisit-coverage', { 'GET /api/revisit/coverage': { body } });
  expect(await screen.findByText('83.3 %')).toBeTruthy();
  expect(screen.getByText('V2')).toBeTruthy();
  expect(screen.getByText('约定日期')).toBeTruthy();
  expect(screen.getByText('2 次')).toBeTruthy();
});

it.each([
  ['2026-09-14', '2026-09-14'],
  ['2026-09-17', '2026-09-14'],
  ['2026-09-20', '2026-09-14'],
  ['2026-09-21', '2026-09-21'],
])('RVT-5 the week of %s begins on Monday %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});
