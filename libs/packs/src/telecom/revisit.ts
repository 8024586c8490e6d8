/** Revisits of telecom: within 7 days of conclusion; important customers by phone and visit (packs.md; 002 part 1 §2.4.6; RVT-1e). */
import type { PackPart } from '../pack-part';
import {
  plan,
  purposeScripts,
  resultScripts,
  revisitClock,
  revisitForms,
  revisitGrants,
  revisitTemplates,
  sampleClock,
  samplePlan,
  scriptsByPurpose,
} from '../shared/revisit';
import { chosen, reading, seed } from '../shared/words';

/** 7 × 24 hours, then the close of that day by the unit's calendar (RD-16). */
const week = { from: 'at-once', until: 'close-of-day' } as const;

/** 高端, 重大紧急, 集团, 特殊需求. */
const important = ['vip', 'high-end', 'urgent-major', 'corporate', 'special-need'];

const section = {
  plans: [
    plan('important-complaint', ['重点客户投诉回访', 'Complaint of an important customer'], {
      event: 'complaint',
      when: { marks: important },
      due: week,
      policy: 'revisit.week',
      ways: ['phone', 'visit'],
    }),
    plan('complaint', ['投诉回访', 'Complaint'], { event: 'complaint', due: week, policy: 'revisit.week' }),
    plan('problem', ['问题回访', 'Problem'], { event: 'problem-form', due: week, policy: 'revisit.week' }),
    samplePlan,
  ],
  restHours: [['21:00', '08:00']],
  ways: ['phone', 'visit'],
  fairIsSatisfied: false,
  fairBranch: 'not-satisfied',
  ratings: { good: 4, fair: 3 },
  scripts: scriptsByPurpose({
    result: { questions: 6, seconds: 240 },
    satisfaction: { questions: 10, seconds: 300 },
    retention: { questions: 8, seconds: 300 },
  }),
  mayLeaveScript: important,
  complaintChannel: 'phone',
};

export const revisit: PackPart = {
  section,
  deadlinePolicies: [
    revisitClock('week', ['七日回访', 'Revisit within seven days'], { unit: 'day', value: 7 }),
    sampleClock,
  ],
  templates: revisitTemplates,
  scripts: [...resultScripts, ...purposeScripts],
  forms: revisitForms('投诉处理中心'),
  grants: revisitGrants,
  notes: [
    reading('deadlinePolicies.revisit.week', 'RD-16: 7 × 24 h, then the close of that day by the unit’s calendar.'),
    seed(
      'modules.revisit.plans.important-complaint',
      '002 part 1 §2.4.6: 高端, 重大紧急, 集团, 特殊需求: phone and visit.',
    ),
    chosen('modules.revisit.plans.problem', 'Problem forms are revisited as complaints are.'),
    chosen('deadlinePolicies.revisit.sample', 'Five days for a sample call; the seed has none.'),
    chosen('modules.revisit.restHours', 'Rest hours of customers are in no seed of this firm.'),
    chosen('modules.revisit.fairIsSatisfied', 'The seed counts satisfied only.'),
    chosen('modules.revisit.scripts', 'Most questions and target length are in no seed.'),
  ],
};
