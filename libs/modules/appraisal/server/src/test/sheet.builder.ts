/** Sheets, records and calls for tests of the rules. */
import type { ScoredItemInput } from '@bihuan/appraisal-contract';
import type { Scores, Sheet } from '../domain/sheet.state';
import type { SampleCall, Source, Sources } from '../domain/source.state';
import { NO_ATTENDANCE } from '../domain/source.state';

export const HEAD = { id: 'head', name: '沈岚' };
export const SELF = { id: 'agent', name: '林晓燕' };
export const AT = new Date('2026-10-08T10:00:00+08:00');

export const aSheet = (more: Partial<Sheet> = {}): Sheet => ({
  id: 'sheet',
  version: 1,
  number: '202609-1001',
  state: 'open',
  customerId: null,
  keyId: 'none',
  dueAt: null,
  createdAt: new Date('2026-09-01T00:00:00+08:00'),
  periodId: 'period',
  period: '2026-09',
  employeeId: SELF.id,
  staffNumber: '1001',
  employeeName: SELF.name,
  unitId: 'region-east',
  headId: HEAD.id,
  ownerUnitId: 'hr-admin',
  selfAt: null,
  headAt: null,
  self: null,
  head: null,
  sources: null,
  frozenAt: null,
  result: null,
  hash: null,
  total: null,
  releasedAt: null,
  ...more,
});

let made = 0;

export const source = (kind: Source['kind'], more: Partial<Source> = {}): Source => ({
  id: `source-${++made}`,
  kind,
  code: null,
  date: '2026-09-15',
  points: null,
  amount: 0,
  ground: '依据',
  witness: '',
  number: null,
  by: '马骁',
  at: '2026-09-15T10:00:00.000Z',
  correctionOf: null,
  ...more,
});

export const check = (percent: number) => source('check', { code: 'spot-check', points: percent });
export const mistakes = (count: number) => Array.from({ length: count }, () => source('check', { code: 'mistake' }));
export const breach = (points: number) => source('breach', { code: 'noise', points });
export const incentive = (points: number) => source('incentive', { points });

/** Calls of which so many were reached and so many of these were good. */
export const calls = (reached: number, good: number, drawn = reached): SampleCall[] =>
  Array.from({ length: drawn }, (_, index) => ({
    id: `call-${index}`,
    number: `20260915${index}`,
    state: index < reached ? 'reached' : 'requested',
    good: index < reached ? index < good : null,
    at: null,
    taskId: null,
  }));

export const sources = (entries: readonly Source[] = [], sample: readonly SampleCall[] = []): Sources => ({
  entries,
  calls: sample,
  attendance: NO_ATTENDANCE,
});

export const scores = (items: Readonly<Record<string, number>>, by = HEAD): Scores => ({
  at: AT.toISOString(),
  by,
  items: Object.entries(items).map(([item, points]) => ({ item, points, ground: '' })),
});

export const given = (items: Readonly<Record<string, number>>): ScoredItemInput[] =>
  Object.entries(items).map(([item, points]) => ({ item, points }));

/** All items the head scores, at their full weight: 70 of the 80 points of the main part. */
export const FULL_HEAD = {
  initiative: 15,
  responsibility: 10,
  'service-awareness': 10,
  communication: 15,
  learning: 10,
  'team-spirit': 10,
};

/** Everything a person may rate, at its full weight: 100. */
export const FULL_SELF = { ...FULL_HEAD, knowledge: 5, 'knowledge-use': 5, 'franchisee-satisfaction': 10, rules: 10 };
