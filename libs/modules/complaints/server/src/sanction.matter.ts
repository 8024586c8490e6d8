/** Sanctions as cases: what they are to the plumbing of cases (CMP-11). No customer stands in them; the key is the complaint's. */
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import { defineMatter } from '@bihuan/matters';
import { sanctions } from './data/sanction.store';
import { mayDecideSanction } from './domain/actors.rules';
import type { SanctionAct } from './domain/sanction.rules';
import { sanctionActions } from './domain/sanction.rules';
import type { Sanction } from './domain/sanction.state';
import { withoutText } from './data/erased.part';

export const sanction = defineMatter<Sanction, SanctionAct>({
  module: 'complaints',
  kind: 'sanction',
  title: { zh: '处罚建议', en: 'Sanction' },
  store: sanctions,
  read: MAY.readSanction,
  scope: { ownerColumn: 'r.employee_id', unitColumns: ['r.unit_id'], subjectColumn: 'r.id' },
  closed: ['confirmed', 'lifted', 'dropped'],
  actions: sanctionActions,
  permits: { decide: MAY.decideSanction, object: MAY.objectSanction, review: MAY.decideSanction },
  mayAct: mayDecideSanction,
  writesWords: () => false,
  people: ({ employeeId, unitId }) => ({ employees: [employeeId], units: [unitId] }),
  // The head decides; the person sees that he may object.
  mine: {
    sql: `(r.state in ('proposed', 'objected') and r.unit_id = any($2) and r.employee_id is distinct from $1)
          or (r.state = 'decided' and r.employee_id = $1)`,
  },
  erase: {
    text: ['ground'],
    json: {
      decision: withoutText('decision', ['text']),
      objection: withoutText('objection', ['text']),
      review: withoutText('review', ['text']),
    },
  },
});
