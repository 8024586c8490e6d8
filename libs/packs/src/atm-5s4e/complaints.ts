/** Complaints of atm-5s4e (packs.md; 000 chapter 4; CMP-1a, CMP-4d, CMP-9a, CMP-10, form 26a). */
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
import { chosen, entry, form, reading, seed } from '../shared/words';

const clock = (stage: string, zh: string, en: string, policy: string, more: object) => ({
  stage,
  title: { zh, en },
  policies: { '*': `complaints.${policy}` },
  ...more,
});

/** 000 chapter 4 §3.3.1: relayed at once, the head acts, a report the next day, called back, only a satisfied one is filed. */
const clocks = [
  clock('relay', '转述', 'Relay', 'relay', {
    arm: ['registered'],
    meet: ['relayed', 'dispatched', 'answered'],
    owner: 'centre',
  }),
  clock('acknowledge', '主管反应', 'Head acknowledges', 'acknowledge', {
    arm: ['relayed'],
    meet: ['acknowledged', 'investigated', 'answered'],
    owner: 'unit',
  }),
  clock('plan', '处理方案', 'Plan', 'plan', { arm: ['registered'], meet: ['proposed', 'answered'], owner: 'unit' }),
  clock('report', '处理汇报单', 'Report', 'report', {
    arm: ['carried-out'],
    meet: ['reported'],
    owner: 'unit',
    outlivesFiling: true,
  }),
  clock('report-by-phone', '节假日电话转述', 'Report by phone', 'report-by-phone', {
    arm: ['carried-out'],
    meet: ['reported-by-phone', 'reported'],
    owner: 'unit',
    beforeHoliday: true,
    outlivesFiling: true,
  }),
  clock('revisit', '投诉回访', 'Revisit', 'revisit', { arm: ['concluded'], meet: ['revisited'], owner: 'centre' }),
];

const section = {
  ...complaintsCommon,
  channels: [
    { ...entry('president-office', '总裁办', 'President’s office'), way: 'phone' },
    { ...entry('general-office', '总经办', 'General office'), way: 'phone' },
    { ...entry('complaint-line', '投诉热线', 'Complaint line'), recorded: true, way: 'phone' },
    { ...entry('other-staff', '其它人员（电话）', 'Other staff (phone)'), way: 'phone' },
    { ...entry('web-column', '网站投诉专栏', 'Web column'), way: 'phone' },
    ...complaintChannels,
  ],
  passedOnChannel: 'other-staff',
  channelOf: { evaluation: 'web-column' },
  businesses: [],
  kinds: [
    entry('product-quality', '产品质量', 'Product quality'),
    entry('sales', '销售', 'Sales'),
    entry('parts-delay', '备件未到造成延误', 'Delayed for want of parts'),
    entry('staff-attitude', '服务人员态度', 'Attitude of the staff'),
    { ...entry('other', '其它', 'Other'), unclear: true },
  ],
  levels: [],
  causes: [],
  importance: { vip: 9, 'key-account': 6 },
  units: {
    centre: 'hr-pr',
    office: 'general-office',
    handling: {
      'product-quality': 'technical-support',
      sales: 'product-division',
      'parts-delay': 'user-service',
      'staff-attitude': 'user-service',
    },
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
    // Here the call back is the answer (000 ch.4 §3.3.1.4).
    optional: ['answered'],
    validity: 'optional',
    proposalsAtLeast: 1,
    relay: true,
    report: true,
    unsatisfied: 'new-line',
    answerOnReturn: false,
  },
  clocks,
  concludedBy: 'reported',
  report: { firstHolder: '人力公关部', secondHolder: '事业部' },
  deputies: ['product-manager', 'support-engineer', 'service-engineer'],
  sanctions: {
    breaches: [
      {
        ...entry('responsible', '对投诉负有责任', 'Responsible for the complaint'),
        stage: 'handling',
        direct: { points: 0, amount: 0 },
      },
      {
        ...entry('unreachable', '联络不妥未能立即处理', 'Could not be reached'),
        stage: 'handling',
        direct: { points: 0, amount: 0 },
      },
      { ...entry('attitude', '服务态度', 'Attitude'), stage: 'handling', direct: { points: 0, amount: 0 } },
    ],
    onInvestigation: 'responsible',
    objectWithinDays: 7,
    ground: { zh: '投诉调查认定的责任人', en: 'Found responsible by the investigation' },
  },
  pledge: {
    intro: '为了提供用户最好品质的服务，我方承诺将尽全力满足贵方需求，真正做到以用户为尊。我方承诺的服务内容包含：',
    section: '保修服务',
    promises: [
      {
        code: 'web',
        text: '您想了解相关产品、销售、服务最新资讯、最新动态时，请随时登陆网站或访问BBS。',
        on: true,
      },
      {
        code: 'hotline',
        text: '假如您无法上网，您能够即时拨打我们用户咨询热线（800）。在听取您问题反馈后，我们将为您提供相关处理方案，帮助您设备立即恢复正常使用状态。',
        on: true,
      },
      {
        code: 'fault',
        text: '当您确定产品已故障、需要维修时，请将故障告知我们客服人员，方便我们维修工程师最快地为您解除故障。',
        on: true,
      },
      {
        code: 'complaint-plan',
        text: '您对服务感到不满意时，请拨打服务投诉热线联络我们，我们将在{limit}内为用户提供处理方案，给您一个满意回复。',
        policy: 'complaints.plan',
        on: true,
      },
    ],
    centre: '用户服务中心',
    address: '',
    reservation: '在不限制您依法享受权利的前提下，保留随时修改和撤销本服务政策部分或全部的权利。',
  },
};

const heads = ['owner', 'unit-head'];

export const complaints: PackPart = {
  section,
  deadlinePolicies: [
    {
      code: 'complaints.relay',
      title: { zh: '投诉转述', en: 'Complaint relayed' },
      limit: { unit: 'minute', value: 30 },
      warnShare: 0.9,
      steps: told('relay', {
        near: ['officer', 'complaint-officer'],
        late: ['officer', 'complaint-officer', 'office'],
      }),
    },
    {
      code: 'complaints.acknowledge',
      title: { zh: '主管反应', en: 'Head acknowledges' },
      limit: { unit: 'minute', value: 30 },
      warnShare: 0.9,
      // His deputy and the general manager's office are called (CMP-4d).
      steps: told('acknowledge', { near: heads, late: ['deputy', 'office', 'complaint-officer'] }),
    },
    {
      code: 'complaints.plan',
      title: { zh: '处理方案', en: 'Plan' },
      limit: { unit: 'working-day', value: 2 },
      warnShare: 0.9,
      steps: told('plan', { near: heads, late: [...heads, 'office'] }),
    },
    {
      code: 'complaints.report',
      title: { zh: '处理汇报单', en: 'Report' },
      limit: { unit: 'working-day', value: 1 },
      warnShare: 0.9,
      steps: told('report', { near: heads, late: [...heads, 'complaint-officer'] }),
    },
    {
      code: 'complaints.report-by-phone',
      title: { zh: '节假日电话转述', en: 'Report by phone' },
      limit: { unit: 'hour', value: 24 },
      warnShare: 0.9,
      steps: told('report-by-phone', { near: heads, late: [...heads, 'complaint-officer'] }),
    },
    {
      code: 'complaints.revisit',
      title: { zh: '投诉回访', en: 'Revisit of a complaint' },
      limit: { unit: 'working-day', value: 1, countStartDay: true },
      warnShare: 0.9,
      steps: told('revisit', { near: ['complaint-officer'], late: ['complaint-officer', 'office'] }),
    },
    ...complaintCommonPolicies,
  ],
  templates: [
    ...complaintTemplates,
    ...complaintClockTexts([
      ['relay', ['投诉转述', 'Relay of a complaint'], ['请立即转述给主管', 'Relay it to the head at once']],
      ['acknowledge', ['主管反应', 'The head’s reaction'], ['请立即确认', 'Acknowledge it at once']],
      ['plan', ['处理方案', 'Plan'], ['请提出处理方案', 'Put the plan']],
      ['report', ['处理汇报单', 'Report'], ['请将汇报单送人力公关部', 'Send the report to HR and PR']],
      ['report-by-phone', ['节假日电话转述', 'Report by phone'], ['请电话转述处理结果', 'Report the result by phone']],
      ['revisit', ['投诉回访', 'Revisit of a complaint'], ['请回访用户', 'Call the customer']],
    ]),
  ],
  numbering: complaintNumbering,
  forms: complaintForms({ register: '人力公关部', rate: '决议管理中心' }, [
    form('complaint-report', '投诉处理汇报单', 'Complaint report', ['第一联 人力公关部', '第二联 事业部']),
    form('service-pledge', '服务承诺', 'Service pledge', ['用户']),
  ]),
  grants: complaintGrants,
  notes: [
    seed('modules.complaints.channels', '000 ch.4 §3.1: 总裁办, 总经办, 投诉热线, 其它人员电话, web column.'),
    seed('modules.complaints.kinds', '000 ch.3 §4.5.6C: 产品质量, 销售, 备件未到, 服务人员态度.'),
    reading('deadlinePolicies.complaints.relay', 'RD-4: 立即 is read as 30 minutes, chosen.'),
    reading('deadlinePolicies.complaints.acknowledge', 'RD-4: 立即 is read as 30 minutes, chosen.'),
    seed('deadlinePolicies.complaints.plan', '000 service pledge: a plan within two working days.'),
    seed('deadlinePolicies.complaints.report', '000 ch.4 §3.3.1.3: 翌日送至人力公关部; holidays by phone.'),
    reading('deadlinePolicies.complaints.revisit', 'RD-4: 立即 is read as the same working day, chosen.'),
    reading('modules.complaints.report.secondHolder', 'RD-41: the responsible unit’s name, default 事业部.'),
    reading('modules.complaints.pledge.promises', 'RD-43: each promise has a switch, default on.'),
    chosen('modules.complaints.importance', '000 does not say which customers come first.'),
    chosen('modules.complaints.sanctions.objectWithinDays', 'The seven days to object are in no seed.'),
  ],
};
