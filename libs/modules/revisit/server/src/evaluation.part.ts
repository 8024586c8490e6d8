/** What an evaluation is to the plumbing of cases; only one to be confirmed is open (RVT-8b, IDN-2, CUS-5). */
import { evaluationChanged } from '@bihuan/events';
import { defineMatter } from '@bihuan/matters';
import { REVISIT_PERMISSIONS as MAY } from '@bihuan/revisit-contract';
import { evaluations } from './data/evaluation.store';
import type { EvaluationAct } from './domain/evaluation.rules';
import { evaluationActions } from './domain/evaluation.rules';
import type { Evaluation } from './domain/evaluation.state';

export const EVALUATION_SCOPE = {
  unitColumns: ['r.officer_unit_id', 'r.unit_id', 'r.division_id'],
  subjectColumn: 'r.id',
};

export const evaluation = defineMatter<Evaluation, EvaluationAct>({
  module: 'revisit',
  kind: 'evaluation',
  title: { zh: '客服评价', en: 'Evaluation' },
  store: evaluations,
  read: MAY.readEvaluation,
  scope: EVALUATION_SCOPE,
  closed: ['given', 'confirmed', 'dismissed'],
  actions: evaluationActions,
  permits: { confirm: MAY.confirmEvaluation, dismiss: MAY.confirmEvaluation },
  // What is found too late to be a complaint can be put away; why is not written of somebody erased.
  writesWords: (act) => act !== 'dismiss',
  people: ({ officerUnitId }) => ({ employees: [], units: [officerUnitId] }),
  mine: { sql: 'r.officer_unit_id = any($2::uuid[])', permission: MAY.confirmEvaluation },
  erase: { text: ['project', 'remark', 'customer_name', 'evaluator', 'phone', 'site', 'decision'] },
  facts: {
    event: evaluationChanged,
    of: (row) => ({
      concludedAt: row.createdAt.toISOString(),
      answeredAt: null,
      intakeUnitId: row.unitId,
      unitId: row.unitId,
      personId: row.engineerId,
      dims: { item: row.item, month: row.month, division: row.divisionId },
      measures: {
        'technical-level': row.technicalLevel,
        attitude: row.attitude,
        counts: Number(row.replacedBy === null),
      },
    }),
  },
});
