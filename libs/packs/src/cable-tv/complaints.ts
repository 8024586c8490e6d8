/** Complaints of cable-tv (packs.md; 003 art.9, 15): a small procedure. */
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
import { chosen, entry, seed } from '../shared/words';

const section = {
  ...complaintsCommon,
  channels: [...complaintChannels, { ...entry('hall', '营业厅', 'Hall'), needsSignature: true, way: 'phone' }],
  passedOnChannel: 'message',
  businesses: [],
  kinds: [],
  levels: [],
  causes: [],
  importance: { vip: 9, 'group-unit': 6 },
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
      'revisited',
      'filed',
    ],
    optional: ['proposal', 'decided', 'revisited'],
    validity: 'optional',
    proposalsAtLeast: 1,
    relay: false,
    report: false,
    unsatisfied: 'screening',
    answerOnReturn: true,
  },
  clocks: [
    {
      stage: 'promise',
      title: { zh: '答复承诺', en: 'Promise' },
      policies: { '*': 'complaints.promise' },
      arm: ['registered'],
      meet: ['answered'],
      owner: 'answer',
      fromHeard: true,
      promise: true,
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
  concludedBy: 'answered',
  report: { firstHolder: '客户服务部', secondHolder: '责任部门' },
  sanctions: {
    breaches: [
      { ...entry('attitude', '服务态度', 'Attitude'), stage: 'intake', direct: { points: 0, amount: -5000 } },
      { ...entry('delay', '拖延、推诿', 'Delay, passing on'), stage: 'handling', direct: { points: 0, amount: -5000 } },
    ],
    objectWithinDays: 5,
    ground: { zh: '投诉调查认定的责任人', en: 'Found responsible by the investigation' },
  },
};

export const complaints: PackPart = {
  section,
  deadlinePolicies: [
    {
      code: 'complaints.promise',
      title: { zh: '答复承诺', en: 'Promise' },
      limit: { unit: 'hour', value: 24 },
      warnShare: 0.9,
      steps: [
        ...told('promise', { near: ['officer', 'unit-head'], late: ['officer', 'unit-head', 'supervisor'] }),
        { key: 'ask-progress', at: { share: 0.9 }, action: 'complaints.ask-progress' },
      ],
    },
    {
      code: 'complaints.screening',
      title: { zh: '回访甄别', en: 'Screening' },
      limit: { unit: 'hour', value: 24 },
      warnShare: 0.9,
      steps: told('screening', { near: ['complaint-officer'], late: ['complaint-officer', 'unit-head'] }),
    },
    ...complaintCommonPolicies,
  ],
  templates: [
    ...complaintTemplates,
    ...complaintClockTexts([
      ['promise', ['答复承诺', 'Promise'], ['请答复用户', 'Answer the customer']],
      ['screening', ['回访甄别', 'Screening'], ['请甄别处理是否得当', 'Say whether the handling was right']],
    ]),
  ],
  numbering: complaintNumbering,
  forms: complaintForms({ register: '客户服务部', rate: '总经办' }),
  grants: complaintGrants,
  notes: [
    chosen('deadlinePolicies.complaints.promise', '24 hours for the answer and for screening are in no seed.'),
    seed('modules.complaints.sanctions', '003 art.15.4: attitude complaints 50–200 a case.'),
    chosen('modules.complaints.sanctions.breaches', 'The lower end, 50 a case, is proposed.'),
    chosen('modules.complaints.procedure', 'The steps are in no seed.'),
  ],
};
