/** Circulations as cases: what they are to the plumbing of cases (CMP-11). */
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import { defineMatter } from '@bihuan/matters';
import { circulations } from './data/circulation.store';
import type { Circulation } from './domain/circulation.state';

export const circulation = defineMatter<Circulation, 'read'>({
  module: 'complaints',
  kind: 'circulation',
  title: { zh: '服务质量通报', en: 'Circulation' },
  store: circulations,
  read: MAY.readCirculation,
  // Whoever is on the list takes part in it, and sees it so.
  scope: { unitColumns: ['r.issuing_unit_id'], subjectColumn: 'r.id' },
  closed: ['read'],
  actions: ({ state }) => (state === 'issued' ? ['read'] : []),
  permits: { read: MAY.readCirculation },
  mayAct: ({ list }, { employeeId }) => list.some(({ id, readAt }) => id === employeeId && readAt === null),
  writesWords: () => false,
  people: ({ list, issuingUnitId }) => ({ employees: list.map(({ id }) => id), units: [issuingUnitId] }),
  mine: {
    sql: `r.list @> jsonb_build_array(jsonb_build_object('id', $1::text, 'readAt', null))`,
  },
  erase: { text: ['matter', 'ground', 'handling', 'requirement'] },
});
