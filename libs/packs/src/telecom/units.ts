/** The tree of telecom: headquarters, two provinces, city branches, with the units of 002 part 1 §2.1.9–2.1.13 (ORG-1). */
import { unit } from '../shared/organisation';

export const functions = [
  { code: 'headquarters', title: { zh: '总部', en: 'Headquarters' } },
  { code: 'customer-service', title: { zh: '总部客服', en: 'Customer service of headquarters' } },
  { code: 'province', title: { zh: '省公司', en: 'Province' } },
  { code: 'city-branch', title: { zh: '市分公司', en: 'City branch' } },
  { code: 'hotline', title: { zh: '客服热线', en: 'Hotline' } },
  { code: 'complaint-supervision', title: { zh: '投诉处理中心', en: 'Complaint centre' } },
  { code: 'remote-unit', title: { zh: '远端处理单元', en: 'Remote unit' } },
  { code: 'business-department', title: { zh: '投诉业务责任部门', en: 'Business department' } },
  { code: 'handling-department', title: { zh: '投诉工单处理责任部门', en: 'Handling department' } },
  { code: 'cooperating-department', title: { zh: '协办部门', en: 'Co-operating department' } },
  { code: 'back-office', title: { zh: '后台甄别', en: 'Back office' } },
  { code: 'appeals', title: { zh: '申诉处理', en: 'Appeals' } },
  { code: 'technical-support', title: { zh: '技术支持', en: 'Technical support' } },
  { code: 'user-service', title: { zh: '装维服务', en: 'Installation and maintenance' } },
  { code: 'software-development', title: { zh: '信息化', en: 'Information systems' } },
  { code: 'human-resources', title: { zh: '人力资源', en: 'Human resources' } },
  { code: 'general-office', title: { zh: '总经理办公', en: 'General office' } },
];

const days = (code: string, name: string, en: string, purpose: string, parent: string) =>
  unit(code, name, en, { function: purpose, parent, calendar: 'province-days' });

const always = (code: string, name: string, en: string, purpose: string, parent: string) =>
  unit(code, name, en, { function: purpose, parent, calendar: 'around-the-clock' });

/** A second naming of the tree is offered beside 总部 / 省 / 市 (002 part 1 §1.1.1). */
const centre = (named: ReturnType<typeof unit>, otherName: string) => ({ ...named, otherNames: [otherName] });

export const units = [
  centre(
    unit('company', '闭环通信总部', 'Bihuan Telecom, headquarters', {
      function: 'headquarters',
      calendar: 'province-days',
    }),
    '国家中心',
  ),
  days('hq-customer-service', '总部客户服务部', 'Customer service of headquarters', 'customer-service', 'company'),
  days(
    'hq-complaint-centre',
    '总部投诉中心',
    'Complaint centre of headquarters',
    'complaint-supervision',
    'hq-customer-service',
  ),
  days('hq-appeals-desk', '总部申诉处理', 'Appeals desk of headquarters', 'appeals', 'hq-customer-service'),
  days('hq-business', '总部业务部', 'Business department of headquarters', 'business-department', 'company'),
  days('hq-network', '总部网络部', 'Network department of headquarters', 'handling-department', 'company'),
  days('general-office', '总经办', 'General office', 'general-office', 'company'),
  days('human-resources', '人力资源部', 'Human resources', 'human-resources', 'company'),

  centre(days('henan', '河南省分公司', 'Henan', 'province', 'company'), '河南省中心'),
  always('henan-hotline', '河南省客服热线', 'Hotline, Henan', 'hotline', 'henan'),
  days('henan-complaint-centre', '河南省投诉处理中心', 'Complaint centre, Henan', 'complaint-supervision', 'henan'),
  days('henan-back-office', '河南省后台甄别', 'Back office, Henan', 'back-office', 'henan-complaint-centre'),
  days('henan-mobile', '河南省移动业务部', 'Mobile business, Henan', 'business-department', 'henan'),
  days('henan-fixed', '河南省固网业务部', 'Fixed-line business, Henan', 'business-department', 'henan'),
  days('henan-value-added', '河南省增值业务部', 'Value-added business, Henan', 'business-department', 'henan'),
  days('henan-channel', '河南省渠道管理部', 'Channels, Henan', 'business-department', 'henan'),
  days('henan-network', '河南省网络运行部', 'Network operations, Henan', 'handling-department', 'henan'),
  days('henan-interconnection', '河南省互联互通部', 'Interconnection, Henan', 'handling-department', 'henan'),
  days('henan-billing', '河南省计费账务部', 'Billing, Henan', 'handling-department', 'henan'),
  days('henan-legal', '河南省法律事务部', 'Legal department, Henan', 'cooperating-department', 'henan'),
  days('henan-information', '河南省信息化部', 'Information systems, Henan', 'software-development', 'henan'),
  days('henan-technical-support', '河南省技术支持中心', 'Technical support, Henan', 'technical-support', 'henan'),

  days('zhengzhou', '郑州市分公司', 'Zhengzhou branch', 'city-branch', 'henan'),
  days('zhengzhou-remote', '郑州远端处理单元', 'Remote unit, Zhengzhou', 'remote-unit', 'zhengzhou'),
  days('zhengzhou-market', '郑州市场业务部', 'Business department, Zhengzhou', 'business-department', 'zhengzhou'),
  {
    ...days(
      'zhengzhou-service',
      '郑州装维服务中心',
      'Installation and maintenance, Zhengzhou',
      'user-service',
      'zhengzhou',
    ),
    regions: ['郑州'],
  },
  days('luoyang', '洛阳市分公司', 'Luoyang branch', 'city-branch', 'henan'),
  days('luoyang-remote', '洛阳远端处理单元', 'Remote unit, Luoyang', 'remote-unit', 'luoyang'),

  centre(days('hubei', '湖北省分公司', 'Hubei', 'province', 'company'), '湖北省中心'),
  always('hubei-hotline', '湖北省客服热线', 'Hotline, Hubei', 'hotline', 'hubei'),
  days('hubei-complaint-centre', '湖北省投诉处理中心', 'Complaint centre, Hubei', 'complaint-supervision', 'hubei'),
  days('hubei-network', '湖北省网络运行部', 'Network operations, Hubei', 'handling-department', 'hubei'),
  days('wuhan', '武汉市分公司', 'Wuhan branch', 'city-branch', 'hubei'),
  days('wuhan-remote', '武汉远端处理单元', 'Remote unit, Wuhan', 'remote-unit', 'wuhan'),
];
