/** Revisits of cable-tv: forms the next day; the sample of all orders (RVT-1f) waits for its own issue (packs.md; 003 art.6). */
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
import { chosen } from '../shared/words';

const nextDay = { from: 'due-day', until: 'limit' } as const;

const section = {
  plans: [
    plan('problem', ['问题次日回访', 'Problem, the next day'], {
      event: 'problem-form',
      due: nextDay,
      policy: 'revisit.next-day',
    }),
    plan('complaint', ['投诉次日回访', 'Complaint, the next day'], {
      event: 'complaint',
      due: nextDay,
      policy: 'revisit.next-day',
      calendar: 'around-the-clock',
      caller: { unit: 'call-centre' },
    }),
    samplePlan,
  ],
  restHours: [['21:00', '08:00']],
  ways: ['phone'],
  fairIsSatisfied: false,
  fairBranch: 'not-satisfied',
  ratings: { good: 4, fair: 3 },
  scripts: scriptsByPurpose({
    result: { questions: 5, seconds: 180 },
    satisfaction: { questions: 8, seconds: 240 },
    retention: { questions: 8, seconds: 240 },
  }),
  mayLeaveScript: ['vip'],
  complaintChannel: 'phone',
};

export const revisit: PackPart = {
  section,
  deadlinePolicies: [
    revisitClock('next-day', ['次日回访', 'Revisit the next day'], { unit: 'calendar-day', value: 1 }),
    sampleClock,
  ],
  templates: revisitTemplates,
  scripts: [...resultScripts, ...purposeScripts],
  forms: revisitForms('呼叫中心'),
  grants: revisitGrants,
  notes: [
    chosen(
      'modules.revisit.plans',
      '003 art.6 samples orders (RVT-1f, later); until then forms and complaints the next day.',
    ),
    chosen('modules.revisit.restHours', 'Rest hours of customers are in no seed of this firm.'),
    chosen('modules.revisit.scripts', 'Most questions and target length are in no seed.'),
  ],
};
