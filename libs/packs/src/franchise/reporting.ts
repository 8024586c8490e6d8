/** Reports of franchise (packs.md; 001). */
import type { PackPart } from '../pack-part';
import {
  CLOSE_AT,
  complaintRates,
  FLOW_SAMPLE,
  reportingForms,
  reportingGrants,
  reportingTemplates,
  revisitWeekly,
} from '../shared/reporting';
import { chosen, seed } from '../shared/words';

export const reporting: PackPart = {
  section: {
    targets: { 'revisit-coverage': 1 },
    closeAt: CLOSE_AT,
    flowSample: FLOW_SAMPLE,
    schedules: [...complaintRates(['chairman']), revisitWeekly(['service-manager'])],
  },
  forms: reportingForms('总经理'),
  templates: reportingTemplates,
  grants: reportingGrants,
  notes: [
    seed('modules.reporting.targets.revisit-coverage', '001: each service is revisited, 100 %.'),
    chosen('modules.reporting.schedules', 'The seed names no reports that send themselves.'),
    chosen('modules.reporting.closeAt', 'Ten minutes after the month’s end.'),
    chosen(
      'modules.reporting.flowSample',
      'Twenty complaints, drawn on the 25th: the seed has the sample, not its size.',
    ),
  ],
};
