/** Appraisal of franchise: 80 / 10 / 10, breach catalogue, cut-offs, consequences (packs.md `franchise`; 001 ch.3 §二, ch.6). */
import type { PackPart } from '../pack-part';
import {
  appraisalForms,
  appraisalGrants,
  appraisalNumbering,
  appraisalPolicies,
  appraisalPolicyCodes,
  appraisalTemplates,
} from '../shared/appraisal';
import { chosen, entry, reading, seed } from '../shared/words';
import { appraisalTemplate } from './appraisal-template';

const breach = (code: string, zh: string, en: string) => ({ code, text: { zh, en }, from: 1, to: 10 });

const section = {
  calendar: 'office-days',
  unit: 'hr-admin',
  appraised: [{ unit: 'customer-service' }],
  template: appraisalTemplate,
  incentiveMost: 20,
  checks: [
    { ...entry('spot-check', '知识抽检', 'Spot check of knowledge'), measure: 'percent' },
    { ...entry('mistake', '业务不熟导致的失误', 'Mistake for want of knowledge'), measure: 'case' },
    { ...entry('complaint', '业务不熟导致的投诉', 'Complaint for want of knowledge'), measure: 'case' },
  ],
  breaches: [
    breach('procedure', '未按业务流程、服务规范及操作规范', 'Procedure, service or operating standard not followed'),
    breach('service-language', '未使用规范服务用语', 'Prescribed service language not used'),
    breach('slow-answer', '应答不及时', 'Answered late'),
    breach('left-post', '擅离职守', 'Left his post without leave'),
    breach('noise', '大声喧哗', 'Made noise'),
    breach('reading', '看书', 'Read a book'),
    breach('chatting', '与邻台闲聊', 'Chatted with the next desk'),
    breach('hung-up', '私挂用户电话', 'Hung up on a customer'),
    breach('ringing', '手机铃声未调振动', 'Mobile phone not set to vibrate'),
    breach(
      'private-internet',
      '与工作无关的QQ、网络游戏、在线电影、网站',
      'QQ, online games, films or sites that are not work',
    ),
    breach('eating', '接打电话时吃东西、在工作范围内吃饭', 'Ate while on the phone, or had a meal in the working area'),
    breach('private-calls', '长时间拨打私人电话', 'Long private calls'),
  ],
  sampleSize: 10,
  cutOffs: { self: 2, head: 5, latest: 10, move: 'later' },
  policies: appraisalPolicyCodes,
  consequences: [
    {
      ...entry('preference', '评优、晋升同等条件下优先', 'Preference for award and promotion, all else equal'),
      rule: { kind: 'total-at-least', total: 95 },
    },
    {
      ...entry('dismissal-talk', '人力行政部面谈辞退', 'Dismissal talk by HR'),
      rule: { kind: 'total-below', total: 60, months: 3 },
    },
    {
      ...entry('transfer', '难以胜任，协调调岗', 'Unfit for the post: transfer'),
      rule: { kind: 'by-hand' },
      then: 'dismissal-unfit',
    },
    {
      ...entry('dismissal-unfit', '调岗协调无果，辞退', 'No post agreed: dismissal'),
      rule: { kind: 'by-hand' },
    },
    {
      ...entry('dismissal', '辞退', 'Dismissal'),
      rule: {
        kind: 'records',
        entries: ['check:complaint', 'sanction'],
        atLeast: 3,
        months: 3,
        cause: 'repeated-complaints',
      },
      causes: [
        entry('grave-breach', '严重违反规章制度', 'Grave breach of the rules'),
        entry('great-loss', '造成重大经济损失', 'Great loss to the company'),
        entry('low-ability', '工作能力低下', 'Low ability'),
        entry('repeated-complaints', '多次引起加盟商投诉或争执', 'Repeated complaints of or quarrels with franchisees'),
      ],
    },
  ],
  payCoefficients: [],
};

export const appraisal: PackPart = {
  section,
  deadlinePolicies: appraisalPolicies,
  templates: appraisalTemplates,
  numbering: appraisalNumbering,
  forms: appraisalForms('客服部绩效考核表', '人力行政部'),
  grants: appraisalGrants,
  notes: [
    seed('modules.appraisal.template', '001 ch.6 §二: 35 / 10 / 35, satisfaction 10, HR 10, with bands and guidance.'),
    reading('modules.appraisal.template.parts', 'RD-33: bands are whole points, so that nothing lies between 7 and 8.'),
    reading('modules.appraisal.sampleSize', 'RD-31: the manager calls; 10 a person and month; under 3 too few.'),
    reading('modules.appraisal.incentiveMost', 'RD-32: on a line of their own, main part kept within 0…80.'),
    chosen('modules.appraisal.incentiveMost', '20 points an entry is in no seed.'),
    seed('modules.appraisal.breaches', '001 ch.3 §二; the range 1–10 is ch.6 §二, for each breach.'),
    reading(
      'modules.appraisal.cutOffs',
      'RD-34: to the end of the 2nd and the 5th, next working day, never past the 10th.',
    ),
    chosen('modules.appraisal.calendar', 'Whose working days move the cut-offs is in no seed: those of the offices.'),
    seed('modules.appraisal.consequences', '001 ch.6 §一.3, §一.6; RD-36 for the run of three months.'),
    chosen(
      'modules.appraisal.consequences.dismissal',
      '多次 without a figure: three complaints or sanctions within three months bring a proposal.',
    ),
    seed('modules.appraisal.payCoefficients', '001 ch.6 §一.4: left open (待讨论), so the table is empty (APR-10g).'),
    chosen('deadlinePolicies.appraisal.self-score.warnShare', 'Reminders at half the time are in no seed.'),
  ],
};
