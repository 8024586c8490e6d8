/** Supervision orders as cases: what they are to the plumbing of cases (CMP-4c, CMP-20). They show in both units. */
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import { defineMatter } from '@bihuan/matters';
import { supervisions } from './data/supervision.store';
import { mayReplySupervision } from './domain/actors.rules';
import type { Supervision, SupervisionAct } from './domain/supervision.state';
import { supervisionActions } from './domain/supervision.state';
import { withoutText } from './data/erased.part';

export const supervision = defineMatter<Supervision, SupervisionAct>({
  module: 'complaints',
  kind: 'supervision',
  title: { zh: '督办单', en: 'Supervision order' },
  store: supervisions,
  read: MAY.read,
  scope: {
    ownerColumn: 'r.employee_id',
    unitColumns: ['r.unit_id', 'r.issuing_unit_id'],
    subjectColumn: 'r.id',
  },
  closed: ['replied', 'lifted'],
  actions: supervisionActions,
  permits: { reply: MAY.replySupervision },
  mayAct: mayReplySupervision,
  people: ({ employeeId, unitId, issuingUnitId }) => ({ employees: [employeeId], units: [unitId, issuingUnitId] }),
  mine: { permission: MAY.replySupervision, sql: 'r.unit_id = any($2) or r.employee_id = $1' },
  erase: {
    text: ['instruction', 'required_reply'],
    json: { reply: withoutText('reply', ['text']) },
  },
});
