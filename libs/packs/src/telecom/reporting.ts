/** Reports of telecom (packs.md; 002 part 1 §2.6, §3.5; RPT-1a … RPT-1e). */
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

const HOUR = 3_600;

/** 24 h, 48 h, 72 h: the promise of each level (RPT-1b). */
const promises = { ordinary: 24 * HOUR, province: 48 * HOUR, nation: 72 * HOUR };

export const reporting: PackPart = {
  section: {
    targets: {
      'concluded-on-time': 0.95,
      'satisfaction-at-answer': 0.95,
      'satisfaction-at-revisit': 0.95,
      'timely-orders': 0.99,
      'appeals-in-time-regulator': 1,
    },
    targetsBy: {
      'mean-time-to-answer': { dimension: 'level', values: promises },
      'max-time-to-answer': { dimension: 'level', values: promises },
    },
    closeAt: CLOSE_AT,
    flowSample: FLOW_SAMPLE,
    schedules: [...complaintRates(['complaint-head', 'hq-service-head']), revisitWeekly(['complaint-head'])],
  },
  forms: reportingForms('客服部'),
  templates: reportingTemplates,
  grants: reportingGrants,
  notes: [
    seed('modules.reporting.targets', '002 part 1 §3.5.3: 95 % concluded in time and satisfied, orders 99 % in time.'),
    seed('modules.reporting.targetsBy', '002 part 1 §2.3.2: the promises of 24, 48 and 72 hours by level.'),
    chosen('modules.reporting.schedules', 'The seed says that units are told, not when.'),
    chosen('modules.reporting.closeAt', 'Ten minutes after the month’s end.'),
    chosen(
      'modules.reporting.flowSample',
      'Twenty complaints, drawn on the 25th: the seed has the sample, not its size.',
    ),
  ],
};
