/** Reports of cable-tv (packs.md Numbers; 003 art.4–33). */
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
    targets: {
      'satisfaction-at-revisit': 0.98,
      'revisit-satisfaction': 0.98,
      'revisit-effective': 0.9,
      'dispatch-accuracy': 0.98,
      'timely-orders': 0.99,
      'complaint-rate': 0.01,
      'single-visit-fix': 0.99,
    },
    closeAt: CLOSE_AT,
    flowSample: FLOW_SAMPLE,
    schedules: [...complaintRates(['general-manager']), revisitWeekly(['deputy-general-manager', 'service-inspector'])],
  },
  forms: reportingForms('总经理'),
  templates: reportingTemplates,
  grants: reportingGrants,
  notes: [
    seed(
      'modules.reporting.targets',
      '003: satisfaction 98 %, dispatch accuracy 98 %, effective revisit 90 %, orders 99 % (RD-25).',
    ),
    chosen('modules.reporting.schedules', 'The seed names no reports that send themselves.'),
    chosen('modules.reporting.closeAt', 'Ten minutes after the month’s end.'),
    chosen(
      'modules.reporting.flowSample',
      'Twenty complaints, drawn on the 25th: the seed has the sample, not its size.',
    ),
  ],
};
