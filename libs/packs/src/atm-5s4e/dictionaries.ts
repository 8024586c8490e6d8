/** Lists and numbers of atm-5s4e that more than one module uses (packs.md Product lines, Levels, Numbers; forms.md). */

export const productLines = [
  { code: 'atm', title: { zh: 'ATM', en: 'ATM' } },
  { code: 'apm', title: { zh: '自助缴费机（APM）', en: 'Payment machine (APM)' } },
  { code: 'vehicle-terminal', title: { zh: '车载机', en: 'Vehicle terminal' } },
  { code: 'security-monitoring', title: { zh: '安防/监控', en: 'Security and monitoring' } },
];

export const customerLevels = [
  { code: 'vip', title: { zh: 'VIP用户', en: 'VIP' } },
  { code: 'key-account', title: { zh: '重点用户', en: 'Key account' } },
  { code: 'ordinary', title: { zh: '普通用户', en: 'Ordinary' } },
];

export const faultGrades = [
  { grade: 1, title: { zh: '一级', en: 'Grade 1' }, weight: 4 },
  { grade: 2, title: { zh: '二级', en: 'Grade 2' }, weight: 3 },
  { grade: 3, title: { zh: '三级', en: 'Grade 3' }, weight: 2 },
  { grade: 4, title: { zh: '四级', en: 'Grade 4' }, weight: 1 },
];

const form = (code: string, zh: string, en: string, copies = ['800']) => ({ code, title: { zh, en }, copies });

export const forms = [
  form('problem-form', '800用户问题处理表', 'Problem form'),
  form('acceptance-record', '800用户问题受理记录表', 'Acceptance record'),
  form('consultation-log', '用户咨询统计表', 'Consultation log'),
  form('revisit-sheet', '用户回访统计表', 'Revisit sheet', ['用户服务部']),
  form('call-tally', '800电话信息统计报表', 'Call tally'),
];

/** 年 月 日 + 热线责任人编号 + 流水号 (RD-8). */
export const numbering = { 'problem-form': '{date:yyyyMMdd}{officer}{seq:3}' };
