/** A problem form for tests of its rules, and the way to a state of it. */
import type { UserActor } from '@bihuan/plugin-kit';
import { accepted, answered, handled, planned, referred } from '../domain/problem-form.decide';
import type { ProblemForm } from '../domain/problem-form.state';
import { emptyRound } from '../domain/problem-form.state';
import { TAKEN } from './contact.builder';

export const ENGINEER = { id: 'engineer', name: '张伟' };
export const MANAGER = { id: 'manager', name: '赵敏' };
export const OFFICER = { id: 'agent', name: '李敏' };

export const aForm = (more: Partial<ProblemForm> = {}): ProblemForm => ({
  id: 'form',
  version: 1,
  number: '2026091701001',
  contactId: 'contact',
  state: 'drafted',
  resumeTo: null,
  waitingFor: null,
  category: 'technical',
  kind: 'hardware',
  description: '吞卡',
  customerName: '王建国',
  customerId: null,
  siteId: null,
  site: '城东供电营业厅',
  address: '',
  mobile: '',
  office: '',
  requestedAt: null,
  dataConfirmed: true,
  channel: 'phone',
  takenAt: TAKEN,
  createdAt: TAKEN,
  officerId: 'agent',
  officerName: '李敏',
  originUnitId: 'hotline',
  customerAgreed: null,
  unitId: null,
  assigneeId: null,
  handlerId: null,
  handlerName: null,
  referredAt: null,
  firstReferredAt: null,
  returns: 0,
  acceptance: null,
  round: 1,
  rounds: [emptyRound(1)],
  concludedAt: null,
  revisitedAt: null,
  dueAt: null,
  keyId: 'key',
  ...more,
});

export const at = (minutes: number): Date => new Date(TAKEN.getTime() + minutes * 60_000);

const toSupport = { unitId: 'technical-support', assigneeId: null, customerAgreed: true };

/** Forms on their way, each from the one before. */
export const referredForm = (): ProblemForm => referred(aForm(), toSupport, at(10));
export const acceptedForm = (): ProblemForm => accepted(referredForm(), {}, ENGINEER, at(20));
export const plannedForm = (): ProblemForm => planned(acceptedForm(), '换读卡器', ENGINEER, at(30));
export const handledForm = (): ProblemForm => handled(plannedForm(), '已换', ENGINEER, at(40));
export const answeredForm = (satisfied: boolean | null = null): ProblemForm =>
  answered(handledForm(), { text: '已告知', satisfied }, OFFICER, at(50));

export const person = (employeeId: string, more: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: employeeId,
  employeeId,
  name: employeeId,
  unitId: 'elsewhere',
  unitsBelow: ['elsewhere'],
  permissions: new Map(),
  ...more,
});
