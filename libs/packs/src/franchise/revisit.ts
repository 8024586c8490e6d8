/** Revisits of franchise: each service within 3 days, every complaint, never in rest hours (packs.md; 001 ch.4; RVT-1c, RVT-1d). */
import type { PackPart } from '../pack-part';
import {
  answerClock,
  plan,
  purposeScripts,
  questionnaireTemplate,
  resultScripts,
  revisitClock,
  revisitForms,
  revisitGrants,
  revisitTemplates,
  sampleClock,
  samplePlan,
  sayRevisit,
  scriptsByPurpose,
} from '../shared/revisit';
import { chosen, reading, seed } from '../shared/words';

const atOnce = { from: 'at-once', until: 'limit' } as const;
/** The named unit, or the officer's own where it is one of its regions. */
const caller = { unit: 'customer-service' };

const section = {
  plans: [
    plan('shop-visit', ['到店服务回访', 'Shop visit'], {
      event: 'work-order',
      when: { types: ['shop-visit'] },
      due: atOnce,
      policy: 'revisit.service',
      calendar: 'service-days',
      caller,
      purpose: 'satisfaction',
    }),
    plan('complaint', ['投诉回访', 'Complaint'], {
      event: 'complaint',
      due: atOnce,
      policy: 'revisit.complaint',
      calendar: 'service-days',
      caller,
    }),
    plan('problem', ['问题回访', 'Problem'], {
      event: 'problem-form',
      due: atOnce,
      policy: 'revisit.service',
      calendar: 'service-days',
    }),
    samplePlan,
  ],
  restHours: [
    ['12:00', '14:00'],
    ['21:00', '09:00'],
  ],
  ways: ['phone', 'e-mail', 'sms'],
  questionnaire: { policy: 'revisit.answer', address: 'https://franchise.example.com/portal/revisit' },
  fairIsSatisfied: false,
  fairBranch: 'not-satisfied',
  ratings: { good: 4, fair: 3 },
  scripts: scriptsByPurpose({
    result: { questions: 5, seconds: 180 },
    satisfaction: { questions: 6, seconds: 180 },
    retention: { questions: 6, seconds: 240 },
  }),
  mayLeaveScript: [],
  complaintChannel: 'phone',
};

export const revisit: PackPart = {
  section,
  deadlinePolicies: [
    revisitClock('service', ['三日回访', 'Revisit within three days'], { unit: 'calendar-day', value: 3 }),
    revisitClock('complaint', ['投诉回访', 'Revisit of a complaint'], { unit: 'calendar-day', value: 3 }),
    sampleClock,
    answerClock(1),
  ],
  templates: [...revisitTemplates, questionnaireTemplate],
  scripts: [
    ...resultScripts,
    ...purposeScripts.filter(({ step }) => step !== 'satisfaction-opening'),
    sayRevisit('satisfaction-opening', {
      title: ['到店服务回访开头', 'Shop visit: opening'],
      text: [
        '您好，{customer}，这里是{company}客服。{serviceDate}我们的{engineer}到店为您服务，想听听您的意见，现在方便吗？',
        'Good day, {customer}, this is the customer service of {company}. On {serviceDate} our colleague {engineer} visited your shop; may I ask how it went?',
      ],
      hint: [
        '问题不超过话术规定的数目，先问结果，再问满意。',
        'No more questions than the script allows: the result first, then satisfaction.',
      ],
    }),
  ],
  forms: revisitForms('客户服务部'),
  grants: {
    ...revisitGrants,
    // Regions help each other out: the services of all regions are on one list.
    'hotline-officer': { ...revisitGrants['hotline-officer'], 'revisit.task.read': 'all', 'revisit.task.call': 'all' },
  },
  notes: [
    seed('modules.revisit.plans.shop-visit', '001 ch.4 §四: each service revisited within 3 days, 100 %.'),
    reading('deadlinePolicies.revisit.service', 'RD-35: end of the 3rd calendar day after the service.'),
    chosen('deadlinePolicies.revisit.complaint', 'RVT-1d: after its handling; the seed gives no days.'),
    chosen('modules.revisit.plans.problem', 'A problem form is a service too; the seed speaks of services.'),
    chosen('deadlinePolicies.revisit.sample', 'Five days for a sample call; the seed has none.'),
    chosen('modules.revisit.restHours', '001 forbids rest hours and does not say which: noon and night.'),
    seed('modules.revisit.ways', '001 ch.4: 电话、电邮、短信.'),
    chosen('deadlinePolicies.revisit.answer', 'A questionnaire not answered in a day becomes a call.'),
    seed('modules.revisit.fairBranch', '001 ch.5: 一般 takes the branch of 不满意.'),
    seed('modules.revisit.fairIsSatisfied', '001 ch.5, ch.6: 一般 does not count as satisfied.'),
    chosen('modules.revisit.scripts', 'The seed limits number of questions and time and gives no figures.'),
  ],
};
