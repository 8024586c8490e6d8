/** Appraisal of cable-tv: a small sheet until its scored indicators come (APR-4); all figures chosen (packs.md). */
import type { PackPart } from '../pack-part';
import { bySampleCalls, plainAppraisal } from '../shared/appraisal-plain';

export const appraisal: PackPart = plainAppraisal({
  calendar: 'office-days',
  unit: 'human-resources',
  appraised: [
    { unit: 'call-centre' },
    { unit: 'dispatch-centre' },
    { unit: 'operations' },
    { unit: 'branch-east' },
    { unit: 'branch-west' },
  ],
  satisfaction: bySampleCalls,
  sampleSize: 10,
  keeper: '人力资源部',
  source: '003 is read by APR-4 later; until then it',
});
