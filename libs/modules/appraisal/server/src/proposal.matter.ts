/** A proposal as a matter of the house: who sees it, who decides (IDN-2, APR-6). */
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import { defineMatter } from '@bihuan/matters';
import { reachesUnit } from '@bihuan/plugin-kit';
import { proposals } from './data/proposal.store';
import { proposalActs } from './domain/proposal.rules';
import type { ProposalAct } from './domain/proposal.rules';
import type { Proposal } from './domain/proposal.state';

export const proposal = defineMatter<Proposal, ProposalAct>({
  module: 'appraisal',
  kind: 'proposal',
  title: { zh: '考核结果建议', en: 'Proposal after appraisal' },
  store: proposals,
  read: MAY.readProposal,
  scope: { unitColumns: ['r.unit_id'], subjectColumn: 'r.id' },
  closed: ['agreed', 'rejected', 'impossible'],
  actions: proposalActs,
  permits: { decide: MAY.decide },
  // Nobody decides on himself.
  mayAct: (row, actor) => row.employeeId !== actor.employeeId && reachesUnit(actor, MAY.decide, row.unitId),
  writesWords: () => false,
  people: (row) => ({ employees: [], units: [row.ownerUnitId] }),
  mine: { sql: 'r.owner_unit_id = any($2) and $1::uuid is not null', permission: MAY.decide },
  erase: {},
});
