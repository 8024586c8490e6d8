/** Answers of the dispatch routes for page specs, each held to the contract it is served under. */
import { listOf, type Fixtures } from '@bihuan/console-kit';
import {
  candidatesAnswer,
  dispatchBoard,
  dispatchSectionSchema,
  workOrderLine,
  workOrderView,
  type Candidate,
  type CandidatesAnswer,
  type DispatchBoard,
  type WorkOrderLine,
  type WorkOrderView,
} from '@bihuan/dispatch-contract';

export const ID = {
  order: '55555555-5555-4555-8555-555555555555',
  other: '44444444-4444-4444-8444-444444444444',
  unit: '88888888-8888-4888-8888-888888888888',
  zhou: '99999999-9999-4999-8999-999999999999',
  wu: '66666666-6666-4666-8666-666666666666',
  me: '22222222-2222-4222-8222-222222222222',
} as const;

export const unit = { id: ID.unit, name: '城东运维部' };
export const zhou = { id: ID.zhou, name: '周建国' };
export const wu = { id: ID.wu, name: '吴海峰' };

const coded = (code: string, zh: string) => ({ code, title: { zh, en: code } });

const type = (code: string, zh: string, more: object = {}) => ({
  ...coded(code, zh),
  repair: true,
  graded: true,
  certificate: true,
  onSite: true,
  layered: false,
  positions: [],
  functions: [],
  ...more,
});

export const section = dispatchSectionSchema.parse({
  types: [type('fault-repair', '故障维修', { layered: true }), type('training', '培训', { repair: false })],
  customerClasses: [coded('ordinary', '普通'), coded('vip', 'VIP')],
  faultLayers: [coded('backbone', '骨干层')],
  priorities: [coded('urgent', '紧急'), coded('normal', '一般')],
  causes: [coded('wear', '磨损'), coded('power', '断电')],
  returnGrounds: [coded('wrong-unit', '不归本部门')],
  clocks: [],
  requestedTime: { policy: 'dispatch.requested-time' },
  assignment: 'dispatcher',
  weights: { region: 1, function: 1, onDuty: 1, openOrder: 1, kilometre: 0 },
  typeOf: { problemForm: 'fault-repair', complaint: 'fault-repair', revisit: 'fault-repair' },
  urgent: 'urgent',
  verification: false,
  signingCode: { digits: 6, minutes: 15, tries: 3, template: 'signing-code' },
  ratings: 5,
});

export const order = (more: Partial<WorkOrderView> = {}): WorkOrderView =>
  workOrderView.parse({
    id: ID.order,
    number: 'WX20261015001',
    state: 'drafted',
    version: 2,
    allowedActions: ['dispatch', 'cancel'],
    customerId: null,
    createdAt: '2026-10-15T09:00:00+08:00',
    dueAt: '2026-10-15T09:20:00+08:00',
    deadlines: [],
    resumeTo: null,
    type: 'fault-repair',
    customerClass: 'vip',
    productLine: null,
    faultLayer: null,
    priority: 'urgent',
    gravity: null,
    source: 'problem-form',
    sourceOf: null,
    hall: null,
    clerk: null,
    parent: null,
    children: [],
    description: '机房两台交换机不通',
    customerName: '城东医院',
    phone: '13812345678',
    siteId: null,
    site: '住院部机房',
    address: '东风路 12 号',
    region: '城东',
    equipmentId: null,
    model: '',
    serial: '',
    requestedAt: null,
    reportedAt: '2026-10-15T09:00:00+08:00',
    officer: wu,
    intakeUnit: null,
    dispatcher: null,
    unit: null,
    engineer: null,
    dispatchedAt: null,
    acceptedAt: null,
    contactedAt: null,
    appointmentAt: null,
    appointmentUntil: null,
    enRouteAt: null,
    arrivedAt: null,
    restoredAt: null,
    solvedAt: null,
    fedBackAt: null,
    closedAt: null,
    cause: null,
    result: '',
    feedback: '',
    handOver: null,
    replacement: null,
    waitingFor: null,
    plan: null,
    grade: null,
    gradeRequired: true,
    sheet: { parts: [], minutes: null, charge: null, text: '', leftOver: [] },
    signature: null,
    remark: '',
    rating: null,
    redispatches: 0,
    overruns: 0,
    refusals: 0,
    wrongDispatches: 0,
    replacements: 0,
    ...more,
  });

export const line = (more: Partial<WorkOrderLine> = {}): WorkOrderLine =>
  workOrderLine.parse({
    id: ID.order,
    number: 'WX20261015001',
    state: 'drafted',
    createdAt: '2026-10-15T09:00:00+08:00',
    dueAt: '2026-10-15T09:20:00+08:00',
    type: 'fault-repair',
    customerClass: 'vip',
    priority: 'urgent',
    faultLayer: null,
    customerName: '城东医院',
    site: '住院部机房',
    region: '城东',
    unit: null,
    engineer: null,
    requestedAt: null,
    appointmentAt: null,
    redispatches: 0,
    replacementWanted: false,
    ...more,
  });

const candidate = (person: { readonly id: string; readonly name: string }, rank: number, why: string): Candidate => ({
  employeeId: person.id,
  name: person.name,
  unit,
  rank,
  score: 10 - rank,
  openOrders: rank,
  onDuty: rank === 1,
  reasons: [{ code: 'region', zh: why, en: why }],
});

export const candidates: CandidatesAnswer = candidatesAnswer.parse({
  data: [candidate(zhou, 1, '负责城东'), candidate(wu, 2, '证书有效')],
  head: null,
});

export const board = (more: Partial<DispatchBoard> = {}): DispatchBoard =>
  dispatchBoard.parse({
    unassigned: [line()],
    engineers: [
      {
        engineer: zhou,
        unit,
        onDuty: true,
        orders: [
          line({
            id: ID.other,
            number: 'WX20261014009',
            state: 'accepted',
            engineer: zhou,
            customerName: '工行高新支行',
            appointmentAt: '2026-10-15T14:00:00+08:00',
          }),
        ],
      },
      { engineer: wu, unit, onDuty: null, orders: [] },
    ],
    more: false,
    ...more,
  });

export const quietHouse: Fixtures = {
  'GET /api/packs/active': {
    body: {
      calendars: [],
      deadlinePolicies: [],
      productLines: [coded('switch', '交换机')],
      customerLevels: [],
      faultGrades: [{ grade: 1, title: { zh: '一级' }, weight: 4 }],
      modules: { dispatch: section },
    },
  },
  'GET /api/units': listOf([{ ...unit, code: 'east', function: 'field-service', parentId: null, calendar: 'c' }]),
  [`GET /api/dispatch/work-orders/${ID.order}`]: { body: order(), schema: workOrderView },
  [`GET /api/dispatch/work-orders/${ID.order}/candidates`]: { body: candidates, schema: candidatesAnswer },
  'GET /api/dispatch/board': { body: board(), schema: dispatchBoard },
};
