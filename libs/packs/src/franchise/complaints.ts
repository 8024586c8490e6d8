/** Complaints of franchise (packs.md; 001 chapters 4, 5; CMP-5, CMP-6b, CMP-11). */
import type { PackPart } from '../pack-part';
import {
  complaintChannels,
  complaintClockTexts,
  complaintCommonPolicies,
  complaintForms,
  complaintGrants,
  complaintNumbering,
  complaintsCommon,
  complaintTemplates,
  told,
} from '../shared/complaints';
import { chosen, entry, reading, seed } from '../shared/words';

/** Direct person and head of the department both (001 §九.5). */
const breach = (code: string, zh: string, en: string, stage: string, points: number) => ({
  ...entry(code, zh, en),
  stage,
  direct: { points, amount: 0 },
  head: { points: points / 2, amount: 0 },
});

const section = {
  ...complaintsCommon,
  channels: complaintChannels,
  passedOnChannel: 'message',
  businesses: [],
  kinds: [],
  levels: [],
  causes: [],
  importance: {},
  units: {
    centre: 'customer-service',
    screening: 'customer-service',
    office: 'general-office',
    raiseTo: ['general-office'],
  },
  procedure: {
    path: [
      'registered',
      'checked',
      'dispatched',
      'investigating',
      'proposal',
      'decided',
      'carried-out',
      'answered',
      'feedback-taken',
      'revisited',
      'summarised',
      'filed',
    ],
    optional: ['answered'],
    validity: 'required',
    proposalsAtLeast: 2,
    relay: false,
    report: false,
    unsatisfied: 'screening',
    answerOnReturn: false,
  },
  clocks: [
    {
      stage: 'revisit',
      title: { zh: '投诉回访', en: 'Revisit' },
      policies: { '*': 'complaints.revisit' },
      arm: ['concluded'],
      meet: ['revisited'],
      owner: 'centre',
      closeOfDay: true,
    },
    {
      stage: 'screening',
      title: { zh: '回访甄别', en: 'Screening' },
      policies: { '*': 'complaints.screening' },
      arm: ['dissatisfied'],
      meet: ['screened'],
      owner: 'screening',
    },
  ],
  concludedBy: 'feedback-taken',
  report: { firstHolder: '客户服务部', secondHolder: '责任部门' },
  sanctions: {
    breaches: [
      breach('responsible', '对投诉负直接责任', 'Directly responsible', 'handling', -4),
      breach('attitude', '服务态度、用语', 'Attitude and words', 'intake', -6),
      breach('delay', '拖延、推诿', 'Delay, passing on', 'handling', -4),
    ],
    onInvestigation: 'responsible',
    objectWithinDays: 5,
    ground: {
      zh: '投诉调查认定的直接责任人及部门主管',
      en: 'Found directly responsible, with the head of the department',
    },
  },
};

export const complaints: PackPart = {
  section,
  deadlinePolicies: [
    {
      code: 'complaints.revisit',
      title: { zh: '投诉回访', en: 'Revisit of a complaint' },
      limit: { unit: 'day', value: 3 },
      warnShare: 0.9,
      steps: told('revisit', { near: ['complaint-officer'], late: ['complaint-officer', 'unit-head'] }),
    },
    {
      code: 'complaints.screening',
      title: { zh: '回访甄别', en: 'Screening' },
      limit: { unit: 'working-day', value: 1 },
      warnShare: 0.9,
      steps: told('screening', { near: ['complaint-officer'], late: ['complaint-officer', 'unit-head'] }),
    },
    ...complaintCommonPolicies,
  ],
  templates: [
    ...complaintTemplates,
    ...complaintClockTexts([
      ['revisit', ['投诉回访', 'Revisit of a complaint'], ['请回访加盟商', 'Call the franchisee']],
      ['screening', ['回访甄别', 'Screening'], ['请甄别处理是否得当', 'Say whether the handling was right']],
    ]),
  ],
  numbering: complaintNumbering,
  forms: complaintForms({ register: '客户服务部', rate: '决议管理中心' }),
  grants: complaintGrants,
  notes: [
    seed(
      'modules.complaints.procedure',
      '001 ch.4 §二: validity, responsible unit, cause, proposals, carrying out, feedback, summary.',
    ),
    seed('modules.complaints.sanctions', '001 §九.5: direct person and head both, no amounts.'),
    chosen('modules.complaints.sanctions.breaches', 'The breaches and their points are in no seed.'),
    chosen('modules.complaints.sanctions.objectWithinDays', 'The five days to object are in no seed.'),
    reading('deadlinePolicies.complaints.revisit', 'RVT-1c, RD-35: end of the third calendar day, as for services.'),
    chosen('deadlinePolicies.complaints.screening', 'One working day is in no seed.'),
    seed('modules.complaints.kinds', '001 gives no list of complaint kinds: free text.'),
  ],
};
