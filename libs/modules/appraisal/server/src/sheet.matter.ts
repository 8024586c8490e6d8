/** A sheet as a matter of the house: who sees it, whose move it is, what its state allows (IDN-2, APR-5). */
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import { defineMatter } from '@bihuan/matters';
import { reachesUnit } from '@bihuan/plugin-kit';
import { sheetActs } from './domain/sheet.rules';
import type { SheetAct } from './domain/sheet.rules';
import type { Sheet } from './domain/sheet.state';
import { sheets } from './data/sheet.store';

export const sheet = defineMatter<Sheet, SheetAct>({
  module: 'appraisal',
  kind: 'sheet',
  title: { zh: '绩效考核表', en: 'Appraisal sheet' },
  store: sheets,
  read: MAY.readSheet,
  scope: { ownerColumn: 'r.employee_id', unitColumns: ['r.unit_id'], subjectColumn: 'r.id' },
  closed: ['released'],
  actions: sheetActs,
  permits: { 'self-score': MAY.selfScore, 'head-score': MAY.headScore, release: MAY.release },
  // Each rates himself and nobody is his own head.
  mayAct: (row, actor, act) => {
    const own = row.employeeId === actor.employeeId;
    if (act === 'self-score') return own;
    if (act === 'release') return reachesUnit(actor, MAY.release, row.unitId);
    return !own && (row.headId === actor.employeeId || reachesUnit(actor, MAY.headScore, row.unitId));
  },
  writesWords: () => false,
  people: (row) => ({ employees: [row.employeeId, row.headId], units: [row.ownerUnitId] }),
  mine: {
    sql: `r.due_at is not null and (r.employee_id = $1 and r.state = 'open'
        or r.head_id = $1 and r.state in ('open', 'self-scored'))
      or r.frozen_at is not null and r.state = 'head-scored' and r.owner_unit_id = any($2)`,
  },
  erase: {},
});
