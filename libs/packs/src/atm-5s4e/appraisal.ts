/** Appraisal of atm-5s4e: a small sheet fed by the customers' evaluations, fault grades shown; all figures chosen (packs.md). */
import type { PackPart } from '../pack-part';
import { byEvaluations, plainAppraisal } from '../shared/appraisal-plain';

export const appraisal: PackPart = plainAppraisal({
  calendar: 'handlers',
  unit: 'hr-pr',
  appraised: [{ unit: 'hotline' }, { unit: 'technical-support' }, { unit: 'user-service' }],
  satisfaction: byEvaluations,
  sampleSize: 0,
  keeper: '人力公关部',
  source: '000',
});
