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
