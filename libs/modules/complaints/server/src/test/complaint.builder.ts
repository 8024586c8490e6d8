/** A complaint at any point of its way, for the rules' own tests. */
import { registered } from '../domain/complaint.decide';
import type { Complaint, Person } from '../domain/complaint.state';
import { sectionOf } from './section';

export const OFFICER: Person = { id: '00000000-0000-4000-8000-000000000001', name: '赵敏' };
export const HANDLER: Person = { id: '00000000-0000-4000-8000-000000000002', name: '陈志强' };
export const NOW = new Date('2026-09-17T10:00:00+08:00');

export const CENTRE = '10000000-0000-4000-8000-000000000001';
export const INTAKE = '10000000-0000-4000-8000-000000000002';
export const UNIT = '10000000-0000-4000-8000-000000000003';
export const OTHER_UNIT = '10000000-0000-4000-8000-000000000004';

/** @param pack whose steps it goes through */
export function aComplaint(more: Partial<Complaint> = {}, pack = 'atm-5s4e'): Complaint {
  const complaint = registered(
    sectionOf(pack),
    {
      id: '20000000-0000-4000-8000-000000000001',
      number: 'TS202609170001',
      keyId: '30000000-0000-4000-8000-000000000001',
      channel: 'phone',
      classified: { business: null, kind: null, level: null, symptom: null, missing: [] },
      customerName: '王建国',
      phone: '13812345678',
      matter: '报修后三天无人上门',
      customerId: null,
      customerClass: null,
      brand: null,
      lines: [],
      officer: OFFICER,
      intakeUnitId: INTAKE,
      centreUnitId: CENTRE,
      answerUnitId: INTAKE,
      heardAt: NOW,
    },
    NOW,
  );
  return { ...complaint, ...more };
}
