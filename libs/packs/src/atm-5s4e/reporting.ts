/** Reports of atm-5s4e (packs.md; 000 ch.3, ch.4 表1.3: weekly report every seven days, grades and complaint rate at the period's end). */
import type { PackPart } from '../pack-part';
import {
  CLOSE_AT,
  complaintRates,
  FLOW_SAMPLE,
  faultGrades,
  reportingForms,
  reportingGrants,
  reportingTemplates,
  revisitWeekly,
} from '../shared/reporting';
import { chosen, seed } from '../shared/words';

export const reporting: PackPart = {
  section: {
    targets: { 'revisit-coverage': 1, 'concluded-on-time': 1 },
    closeAt: CLOSE_AT,
    flowSample: FLOW_SAMPLE,
    schedules: [
      ...complaintRates(['decision-centre-head']),
      faultGrades(['general-manager']),
      revisitWeekly(['general-manager', 'deputy-general-manager']),
    ],
  },
  forms: reportingForms('决议管理中心'),
  templates: reportingTemplates,
  grants: reportingGrants,
  notes: [
    seed('modules.reporting.schedules.revisit-weekly', '000: every seven days to general manager and deputy.'),
    seed('modules.reporting.schedules.fault-grades', '000: the month’s report of fault grades to the general manager.'),
    seed(
      'modules.reporting.schedules.complaint-rate-month',
      '000 表1.3: to the decision centre each month and quarter.',
    ),
    chosen('modules.reporting.closeAt', 'Ten minutes after the month’s end.'),
    chosen(
      'modules.reporting.flowSample',
      'Twenty complaints, drawn on the 25th: the seed has the sample, not its size.',
    ),
    chosen('modules.reporting.targets', 'Every fault is revisited, every complaint is concluded in time.'),
  ],
};
