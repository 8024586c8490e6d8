/** A circulation to the plumbing of cases (APL-8). */
import type { CirculationAct } from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY } from '@bihuan/appeals-contract';
import { defineMatter } from '@bihuan/matters';
import { circulations } from './data/circulation.store';
import { circulationActions } from './domain/circulation.rules';
import type { Circulation } from './domain/circulation.state';

export const circulation = defineMatter<Circulation, CirculationAct>({
  module: 'appeals',
  kind: 'circulation',
  title: { zh: '服务质量通报', en: 'Service quality circulation' },
  store: circulations,
  read: MAY.readCirculation,
  scope: { unitColumns: ['r.unit_id'], subjectColumn: 'r.id' },
  closed: ['decided', 'dropped'],
  actions: circulationActions,
  permits: { decide: MAY.decideCirculation, drop: MAY.decideCirculation },
  // It is about units and staff: decided also after the appellant was erased.
  writesWords: () => false,
  people: ({ unitId }) => ({ employees: [], units: [unitId] }),
  // Whoever may decide finds what is proposed on his list.
  mine: { sql: '$1::uuid is not null', permission: MAY.decideCirculation },
  // It should name units and staff only; words written by hand may say more.
  erase: { text: ['basis', 'decision', 'demand', 'reason'] },
});
