/** Answers of the appraisal routes for page specs, each held to the contract it is served under. */
import { listOf, type Fixtures } from '@bihuan/console-kit';
import {
  batchView,
  hrFile,
  periodView,
  receiptView,
  sheetLine,
  sheetView,
  type BatchView,
  type HrFile,
  type PeriodView,
  type ReceiptView,
  type ScoredItemView,
  type SheetLine,
  type SheetView,
} from '@bihuan/appraisal-contract';

export const ID = {
  sheet: '55555555-5555-4555-8555-555555555555',
  period: '44444444-4444-4444-8444-444444444444',
  person: '22222222-2222-4222-8222-222222222222',
  head: '66666666-6666-4666-8666-666666666666',
  unit: '77777777-7777-4777-8777-777777777777',
  source: '88888888-8888-4888-8888-888888888888',
} as const;

const title = (zh: string) => ({ zh, en: zh });

const item = (code: string, zh: string, weight: number, more: Partial<ScoredItemView> = {}): ScoredItemView => ({
  code,
  title: title(zh),
  weight,
  standard: title(`${zh}的标准`),
  bands: [
    { from: 8, to: weight, label: `8-${weight}分`, guidance: title(`${zh}积极`) },
    { from: 0, to: 7, label: '7分以下', guidance: title(`${zh}被动`) },
  ],
  scoredBy: 'head',
  self: null,
  selfGround: '',
  points: null,
  headGround: '',
  basis: 'none',
  arithmetic: '',
  undecided: null,
  sources: [],
  ...more,
});

const satisfaction = item('franchisee-satisfaction', '加盟商满意度', 10, {
  bands: [{ from: 0, to: 10, label: '0-10分', guidance: title('抽检好评率') }],
  scoredBy: 'customer',
  points: 8,
  basis: 'formula',
  arithmetic: '10 × 8/10 = 8',
});

const totals = {
  uncapped: null,
  main: null,
  mainWeight: 80,
  capped: false,
  incentive: 0,
  satisfaction: 8,
  hr: 10,
  total: null,
  self: null,
};

const common = {
  id: ID.sheet,
  number: '202609-1001',
  state: 'self-scored',
  version: 3,
  createdAt: '2026-09-01T00:00:00+08:00',
  dueAt: '2026-10-09T00:00:00+08:00',
  period: '2026-09',
  employeeId: ID.person,
  employee: { id: ID.person, name: '林晓燕' },
  staffNumber: '1001',
  unit: { id: ID.unit, name: '华东区客服组' },
  head: { id: ID.head, name: '沈岚' },
  total: null,
  selfAt: '2026-10-01T10:00:00+08:00',
  headAt: null,
  selfLate: false,
  headLate: false,
  overdue: [],
  totals,
};

/** @param tooFew the customers who were reached are too few */
export const sheet = (more: Partial<SheetView> = {}, tooFew = false): SheetView =>
  sheetView.parse({
    ...common,
    allowedActions: ['head-score'],
    customerId: null,
    deadlines: [],
    cutOffs: { self: '2026-10-08', head: '2026-10-08', latest: '2026-10-10' },
    parts: [
      {
        code: 'attitude',
        title: title('工作态度'),
        group: 'main',
        weight: 25,
        points: null,
        items: [item('initiative', '主动性', 15, { self: 15 }), item('responsibility', '责任心', 10, { self: 9 })],
      },
      {
        code: 'satisfaction',
        title: title('加盟商满意度'),
        group: 'satisfaction',
        weight: 10,
        points: tooFew ? null : 8,
        items: [
          tooFew
            ? { ...satisfaction, points: null, basis: 'none', arithmetic: '1/2', undecided: 'too-few' }
            : satisfaction,
        ],
      },
    ],
    sources: [],
    sample: null,
    attendance: { present: 0, late: 0, absent: 0, leave: 0 },
    frozenAt: null,
    missing: ['frozen', 'initiative', 'responsibility'],
    released: null,
    ...more,
  });

export const line = (staffNumber: string, more: Partial<SheetLine> = {}): SheetLine =>
  sheetLine.parse({
    ...common,
    id: ID.sheet.replace(/^5{4}/, staffNumber),
    staffNumber,
    allowedActions: [],
    parts: [{ code: 'attitude', title: title('工作态度'), group: 'main', weight: 35, points: null }],
    ...more,
  });

const cutOff = (day: string, nominal: string) => ({ day, nominal, dueAt: `${day}T23:59:59+08:00` });

export const month = (more: Partial<PeriodView> = {}): PeriodView =>
  periodView.parse({
    id: ID.period,
    period: '2026-09',
    state: 'frozen',
    cutOffs: {
      self: cutOff('2026-10-08', '2026-10-02'),
      head: cutOff('2026-10-08', '2026-10-05'),
      latest: cutOff('2026-10-10', '2026-10-10'),
    },
    frozenAt: '2026-10-09T00:00:00+08:00',
    sheets: { total: 3, selfScored: 1, headScored: 2, released: 1, selfLate: 2, headLate: 1 },
    ...more,
  });

export const BATCH = '2026-09-88e408281db0';

const row = (staffNumber: string, name: string, total: number) => ({
  period: '2026-09',
  batch: BATCH,
  staffNumber,
  name,
  unit: '华东区客服组',
  parts: { attitude: 32 },
  total,
  money: staffNumber === '1002' ? -5_000 : 0,
  ground: '2026-09-12 加盟商送锦旗',
});

export const file: HrFile = hrFile.parse({
  schema: 'bihuan.hr-file',
  version: 1,
  period: '2026-09',
  batch: BATCH,
  parts: [{ code: 'attitude', title: title('工作态度') }],
  rows: [row('1001', '林晓燕', 87), row('1002', '周明', 92.5)],
  control: { rows: 2, total: 179.5, money: -5_000 },
});

export const batch = (more: Partial<BatchView> = {}): BatchView =>
  batchView.parse({
    batch: BATCH,
    period: '2026-09',
    madeAt: '2026-10-09T09:00:00+08:00',
    rows: 2,
    total: 179.5,
    money: -5_000,
    accepted: 0,
    refused: 0,
    ...more,
  });

export const receipt: ReceiptView = receiptView.parse({
  batch: BATCH,
  period: '2026-09',
  accepted: 0,
  refused: 0,
  open: 2,
  rows: [
    { staffNumber: '1001', name: '林晓燕', state: 'sent', reason: '' },
    { staffNumber: '1002', name: '周明', state: 'sent', reason: '' },
  ],
});

export const quietHouse: Fixtures = {
  'GET /api/packs/active': {
    body: { id: 'franchise', title: title('连锁'), calendars: [], deadlinePolicies: [], forms: [], modules: {} },
  },
  'GET /api/timeline': listOf([]),
};
