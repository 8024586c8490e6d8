/** An appeal for tests of its rules, and the way to a state of it. */
import type { AppealState } from '@bihuan/appeals-contract';
import {
  accepted,
  answered,
  approved,
  dispatched,
  planned,
  replied,
  reported,
  revisited,
  verified,
} from '../domain/appeal.decide';
import type { Appeal } from '../domain/appeal.state';
import { emptyRound } from '../domain/appeal.state';
import type { KnownComplaint } from '../domain/complaint.state';

export const DESK = { id: 'desk', name: '宋佳' };
export const BRANCH = { id: 'contact', name: '宁波' };
export const DEPUTY = { id: 'deputy', name: '石磊' };
export const RECEIVED = new Date('2026-09-17T09:00:00+08:00');

/** So many hours after it was received. */
export const after = (hours: number): Date => new Date(RECEIVED.getTime() + hours * 3_600_000);

export const anAppeal = (more: Partial<Appeal> = {}): Appeal => ({
  id: 'appeal',
  version: 1,
  number: 'SS202609170001',
  state: 'received',
  regulator: 'ministry-centre',
  caseNumber: '部申[2026]118号',
  filed: true,
  channel: 'phone',
  appellant: '王建国',
  phone: '13812345678',
  matter: '宽带包年费用被重复扣收，多次投诉未退',
  customerId: null,
  level: null,
  gravity: [],
  importance: 5,
  gravityRank: 4,
  keyCase: false,
  business: 'internet',
  nature: 'charges',
  receivedAt: RECEIVED,
  createdAt: RECEIVED,
  replyDueAt: null,
  documents: [],
  complaintId: null,
  deskId: DESK.id,
  deskName: DESK.name,
  deskUnitId: 'headquarters',
  unitId: null,
  handlerId: null,
  handlerName: null,
  contactChangedAt: null,
  dispatchedAt: null,
  round: 1,
  rounds: [emptyRound(1)],
  sentBack: 0,
  shortened: [],
  approvedAt: null,
  reply: null,
  repliedAt: null,
  revisit: null,
  lateForRegulator: null,
  late: null,
  proposal: null,
  concluded: null,
  concludedAt: null,
  mediation: '',
  archivedAt: null,
  archivedById: null,
  archiveHash: null,
  dueAt: null,
  keyId: 'key',
  ...more,
});

const WAY: readonly ((appeal: Appeal) => Appeal)[] = [
  (appeal) => dispatched(appeal, { unitId: 'branch', handler: BRANCH }, after(2)),
  (appeal) => accepted(appeal, {}, BRANCH, null, after(3)),
  (appeal) => verified(appeal, { text: '核实为系统重复出账' }, BRANCH, after(20)),
  (appeal) => planned(appeal, { text: '退费并致歉' }, BRANCH, after(22)),
  (appeal) => answered(appeal, { text: '已说明原因并退费' }, BRANCH, after(30)),
  (appeal) => reported(appeal, { text: '经查系统重复出账，已退费', evidence: ['photo'] }, BRANCH, after(40)),
  (appeal) => approved(appeal, {}, DESK, after(50)),
  (appeal) => replied(appeal, {}, DESK, after(60)),
  (appeal) => revisited(appeal, { satisfied: true }, DESK, after(70)),
];

const STATES: readonly AppealState[] = [
  'received',
  'dispatched',
  'accepted',
  'verified',
  'planned',
  'answered',
  'reported',
  'approved',
  'replied',
  'revisited',
];

/** The appeal after the acts that lead to this state. */
export const inState = (state: AppealState, more: Partial<Appeal> = {}): Appeal =>
  WAY.slice(0, STATES.indexOf(state)).reduce((appeal, step) => step(appeal), anAppeal(more));

export const aComplaint = (more: Partial<KnownComplaint> = {}): KnownComplaint => ({
  id: 'complaint',
  version: 1,
  number: 'TS202608200001',
  registeredAt: new Date('2026-08-20T09:00:00+08:00'),
  channel: 'phone',
  business: 'fixed-line',
  kind: 'charges',
  customerId: null,
  phone: '13812345678',
  matter: '宽带包年费重复扣费',
  answeredAt: new Date('2026-08-21T09:00:00+08:00'),
  outcome: 'solved',
  inTime: true,
  keyId: 'key',
  ...more,
});
