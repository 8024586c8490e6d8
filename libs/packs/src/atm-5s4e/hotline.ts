/** The hotline's section: channels, categories, routing (packs.md; HOT-1a, HOT-6, HOT-7, RD-39, RD-44). */

const channel = (code: string, zh: string, en: string, flags: object = {}) => ({
  code,
  title: { zh, en },
  phone: false,
  recorded: false,
  faceToFace: false,
  regulator: false,
  ...flags,
});

const entry = (code: string, zh: string, en: string) => ({ code, title: { zh, en } });

export const hotline = {
  channels: [
    channel('phone', '电话（800）', 'Phone (800)', { phone: true, recorded: true }),
    channel('web-question', '网站提问', 'Web question'),
    channel('forum', 'BBS论坛', 'Forum (BBS)'),
    channel('fax', '传真', 'Fax'),
    channel('letter', '来函', 'Letter'),
    channel('visit', '来访', 'Visit', { faceToFace: true }),
    channel('e-mail', '电子邮件', 'E-mail'),
    channel('sms', '短信', 'SMS'),
    channel('message', '即时消息', 'Message'),
    channel('counter', '柜台', 'Counter', { faceToFace: true }),
  ],
  contactCategories: [
    entry('consultation', '咨询', 'Consultation'),
    entry('suggestion', '建议', 'Suggestion'),
    entry('praise', '表扬', 'Praise'),
    entry('nuisance', '骚扰或打错', 'Nuisance or wrong number'),
  ],
  problemCategories: [
    {
      ...entry('technical', '技术质量', 'Technical quality'),
      kinds: [
        entry('hardware', '硬件', 'Hardware'),
        entry('software', '软件', 'Software'),
        entry('other', '其它', 'Other'),
      ],
    },
    {
      ...entry('service', '服务', 'Service'),
      kinds: [
        entry('product-quality', '产品质量', 'Product quality'),
        entry('sales', '销售', 'Sales'),
        entry('parts-delay', '备件未到造成延误', 'Delayed for want of parts'),
        entry('staff-attitude', '服务人员态度', 'Attitude of the staff'),
        entry('other', '其它', 'Other'),
      ],
    },
    {
      ...entry('sales', '销售', 'Sales'),
      kinds: [
        entry('business-terms', '商务及营运', 'Business terms'),
        entry('advertisement', '广告内容和实际不符', 'Not as advertised'),
        entry('agent-conduct', '销售代理商言行', 'Conduct of a sales agent'),
        entry('promotion', '促销内容和实际不符', 'Promotion not as told'),
        entry('price', '价格高于媒体报价', 'Price above the published one'),
        entry('special-wish', '特殊要求', 'Special wish'),
      ],
    },
    { ...entry('other', '其它', 'Other'), kinds: [] },
  ],
  routing: [
    { category: 'technical', kind: 'software', unit: 'software-development', alternatives: ['technical-support'] },
    { category: 'technical', unit: 'technical-support', alternatives: ['software-development'] },
    { category: 'sales', unit: 'product-division', alternatives: [] },
    { category: 'service', unit: 'user-service', alternatives: [] },
    {
      category: 'other',
      unit: 'technical-support',
      alternatives: ['product-division', 'user-service', 'software-development'],
    },
  ],
  policies: {
    referral: 'hotline.referral',
    result: 'hotline.result',
    contactCustomer: 'hotline.contact-customer',
    awaitingCustomer: 'hotline.awaiting-customer',
    requestedTime: 'hotline.requested-time',
  },
  firstContactWindowDays: 7,
  calendar: 'hotline-365',
};
