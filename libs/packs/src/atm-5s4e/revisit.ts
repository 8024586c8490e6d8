/** Revisits and evaluation of atm-5s4e (packs.md; 000 ch.2, ch.3 §4.5.3, ch.4 §3.3.1.4; RVT-1a, RVT-1b, RVT-8). */
import type { PackPart } from '../pack-part';
import { clockTemplates, nearDue, overdue } from '../shared/clocks';
import {
  plan,
  purposeScripts,
  revisitClock,
  revisitForms,
  revisitGrants,
  revisitTemplates,
  sampleClock,
  samplePlan,
  scriptsByPurpose,
} from '../shared/revisit';
import { chosen, entry, form, reading, seed } from '../shared/words';
import { revisitScripts } from './revisit-scripts';

const nextDay = { from: 'due-day', until: 'limit' } as const;
const atOnce = { from: 'at-once', until: 'limit' } as const;

const section = {
  plans: [
    plan('fault', ['故障次日回访', 'Fault, the next day'], {
      event: 'problem-form',
      due: nextDay,
      policy: 'revisit.fault',
      calendar: 'hotline-365',
    }),
    plan('repair', ['维修次日回访', 'Repair, the next day'], {
      event: 'work-order',
      when: { types: ['fault-repair', 'remote-diagnosis'] },
      due: nextDay,
      policy: 'revisit.fault',
      calendar: 'hotline-365',
      caller: { unit: 'hotline' },
    }),
    plan('web-complaint', ['互联网投诉回访', 'Web complaint'], {
      event: 'complaint',
      when: { channels: ['web-question', 'forum', 'web-column'] },
      due: atOnce,
      policy: 'revisit.complaint',
      caller: { unit: 'hotline' },
    }),
    plan('complaint', ['投诉回访', 'Complaint'], { event: 'complaint', due: atOnce, policy: 'revisit.complaint' }),
    samplePlan,
  ],
  restHours: [['21:00', '08:00']],
  ways: ['phone'],
  fairIsSatisfied: true,
  fairBranch: 'not-satisfied',
  ratings: { good: 4, fair: 3 },
  scripts: scriptsByPurpose({
    result: { questions: 5, seconds: 180 },
    satisfaction: { questions: 8, seconds: 240 },
    retention: { questions: 8, seconds: 300 },
  }),
  mayLeaveScript: [],
  complaintChannel: 'phone',
  evaluation: {
    scores: { from: -50, to: 200, step: 10 },
    items: [
      entry('pre-sales', '售前支持', 'Pre-sales support'),
      entry('engineering', '工程实施', 'Engineering'),
      entry('after-sales', '售后服务', 'After-sales service'),
    ],
    veryDissatisfiedAt: -10,
    division: { unit: 'product-division' },
    officer: { unit: 'hotline' },
    policy: 'revisit.evaluation',
    complaintChannel: 'web-column',
    onSite: false,
  },
};

export const revisit: PackPart = {
  section,
  deadlinePolicies: [
    revisitClock('fault', ['次日回访', 'Revisit the next day'], { unit: 'calendar-day', value: 1 }),
    revisitClock('complaint', ['投诉回访', 'Revisit of a complaint'], {
      unit: 'working-day',
      value: 1,
      countStartDay: true,
    }),
    sampleClock,
    {
      code: 'revisit.evaluation',
      title: { zh: '确认评价是否转投诉', en: 'Is an evaluation a complaint?' },
      limit: { unit: 'working-day', value: 1 },
      warnShare: 0.9,
      steps: [nearDue('evaluation', ['owner', 'unit-head']), overdue('evaluation', ['unit-head', 'supervisor'])],
    },
  ],
  templates: [
    ...revisitTemplates,
    ...clockTemplates(
      'evaluation',
      ['极不满意的评价', 'very dissatisfied evaluation'],
      ['请确认是否转为投诉', 'Please say whether it is a complaint'],
    ),
  ],
  scripts: [...revisitScripts, ...purposeScripts],
  forms: [...revisitForms('用户服务部'), form('evaluation-sheet', '绩效评定表', 'Evaluation sheet', ['用户服务部'])],
  grants: revisitGrants,
  notes: [
    reading('deadlinePolicies.revisit.fault', 'RD-5: the next calendar day of the hotline’s calendar.'),
    seed('modules.revisit.plans.fault', '000 ch.3 §4.5.3.1.1: 当日故障，第二天回访.'),
    chosen('modules.revisit.plans.repair', 'A fault for which an order was opened without a form is a fault too.'),
    reading('deadlinePolicies.revisit.complaint', 'RD-4: the same working day, chosen; the seed says 立即.'),
    chosen('modules.revisit.plans.complaint', 'The report is in when complaints says that the handling is over.'),
    chosen('deadlinePolicies.revisit.sample', 'Five days for a sample call; the seed has none.'),
    chosen('deadlinePolicies.revisit.evaluation', 'One working day to say whether an evaluation is a complaint.'),
    chosen('modules.revisit.restHours', 'Rest hours of customers are in no seed of this firm.'),
    chosen('modules.revisit.fairIsSatisfied', 'RVT-3b: the seed has no answer between satisfied and not satisfied.'),
    chosen('modules.revisit.ratings', 'Form 10 is ours: 4 and 5 are good, 3 is middling.'),
    chosen('modules.revisit.scripts', 'Most questions and target length are in no seed (RVT-3a).'),
    reading('modules.revisit.evaluation.scores', 'RD-1: −50…200 in steps of 10.'),
    seed('modules.revisit.evaluation.items', '000 ch.2 §1.1: 售前支持, 工程实施, 售后服务.'),
    chosen('modules.revisit.evaluation.veryDissatisfiedAt', 'A score below zero is very dissatisfied (RVT-8b).'),
    seed('modules.revisit.evaluation.officer', '000 ch.2 §1.2.2.2: 由800客服按用户投诉规范统一处理.'),
    seed('modules.revisit.evaluation.onSite', '000 ch.2, 方法2: 用户现场评定（待定）, switched off.'),
  ],
};
