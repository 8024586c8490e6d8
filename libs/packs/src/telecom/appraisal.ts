/** Appraisal of telecom: a small sheet for hotline, complaint centre and field service; all figures chosen (packs.md). */
import type { PackPart } from '../pack-part';
import { bySampleCalls, plainAppraisal } from '../shared/appraisal-plain';

export const appraisal: PackPart = plainAppraisal({
  calendar: 'province-days',
  unit: 'human-resources',
  appraised: [
    { unit: 'henan-hotline' },
    { unit: 'henan-complaint-centre' },
    { unit: 'henan-technical-support' },
    { unit: 'zhengzhou-service' },
  ],
  satisfaction: bySampleCalls,
  sampleSize: 10,
  keeper: '人力资源部',
  source: '002 part 1',
});
