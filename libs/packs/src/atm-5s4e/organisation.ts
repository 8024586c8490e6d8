/** Units, positions and demonstration people of atm-5s4e (packs.md Roles; api.md Demo data). */
import { licence, PASS_MARK, person } from '../shared/organisation';

const functions = [
  { code: 'headquarters', title: { zh: '总部', en: 'Headquarters' } },
  { code: 'hotline', title: { zh: '热线', en: 'Hotline' } },
  { code: 'technical-support', title: { zh: '技术支持', en: 'Technical support' } },
  { code: 'user-service', title: { zh: '用户服务', en: 'User service' } },
  { code: 'software-development', title: { zh: '软件开发', en: 'Software development' } },
  { code: 'product-division', title: { zh: '产品事业', en: 'Product division' } },
  { code: 'decision-centre', title: { zh: '决议管理', en: 'Decision centre' } },
  { code: 'general-office', title: { zh: '总经理办公', en: 'General office' } },
  { code: 'complaint-supervision', title: { zh: '投诉监督与人力公关', en: 'Complaint supervision, HR and PR' } },
];

const unit = (code: string, name: string, en: string, purpose: string, calendar = 'handlers') => ({
  code,
  name,
  title: { zh: name, en },
  function: purpose,
  parent: 'company',
  calendar,
});

const units = [
  {
    code: 'company',
    name: '闭环电子',
    title: { zh: '闭环电子', en: 'Bihuan Electronics' },
    function: 'headquarters',
    calendar: 'handlers',
  },
  unit('hotline', '800热线', '800 hotline', 'hotline', 'hotline-365'),
  unit('technical-support', '技术支持', 'Technical support', 'technical-support'),
  unit('user-service', '用户服务部', 'User service', 'user-service'),
  unit('software-development', '软件系统开发部', 'Software development', 'software-development'),
  unit('product-division', '产品事业部', 'Product division', 'product-division'),
  unit('decision-centre', '决议管理中心', 'Decision centre', 'decision-centre'),
  unit('general-office', '总经办', 'General office', 'general-office'),
  unit('hr-pr', '人力公关部', 'HR and public relations', 'complaint-supervision'),
];

const positions = [
  { code: 'hotline-officer', title: { zh: '800热线责任人', en: 'Hotline officer' } },
  { code: 'support-engineer', title: { zh: '技术支持工程师', en: 'Technical support engineer' } },
  { code: 'service-engineer', title: { zh: '服务实施工程师', en: 'Service-implementation engineer' } },
  { code: 'technical-manager', title: { zh: '技术经理', en: 'Technical manager' } },
  { code: 'dispatcher', title: { zh: '调度员', en: 'Dispatcher' } },
  { code: 'product-division-head', title: { zh: '产品事业部主管', en: 'Head of the product division' } },
  { code: 'product-manager', title: { zh: '产品/项目经理', en: 'Product or project manager' } },
  { code: 'software-head', title: { zh: '软件系统开发部主管', en: 'Head of software development' } },
  { code: 'complaint-supervisor', title: { zh: '客服投诉监督责任人', en: 'Complaint supervisor' } },
  { code: 'decision-centre-head', title: { zh: '决议管理中心主管', en: 'Head of the decision centre' } },
  { code: 'deputy-general-manager', title: { zh: '分管副总', en: 'Deputy general manager' } },
  { code: 'general-manager', title: { zh: '总经理', en: 'General manager' } },
  { code: 'hr-specialist', title: { zh: '人力专员', en: 'HR specialist' } },
  { code: 'appeal-contact', title: { zh: '申诉联系责任人', en: 'Contact for appeals' } },
  { code: 'administrator', title: { zh: '管理员', en: 'Administrator' } },
];

/** All product lines; it does not run out, for demonstration only. */
const allLines = licence(['atm', 'apm', 'vehicle-terminal', 'security-monitoring'], '用户服务部');

const employees = [
  person('1001', '林晓燕', 'hotline', 'hotline-officer', { user: 'agent', officerNumber: '01', head: true }),
  person('1002', '周明', 'hotline', 'hotline-officer', { user: 'agent2', officerNumber: '02' }),
  person('2001', '陈志强', 'technical-support', 'support-engineer', { user: 'engineer', certificates: [allLines] }),
  person('2002', '何建国', 'user-service', 'service-engineer', { user: 'engineer2', certificates: [allLines] }),
  person('2003', '吴海峰', 'technical-support', 'technical-manager', {
    user: 'tech-manager',
    head: true,
    furtherUnits: ['user-service'],
  }),
  person('2004', '孙丽', 'user-service', 'dispatcher', { user: 'dispatcher' }),
  person('3001', '郑文博', 'software-development', 'software-head', { head: true }),
  person('3002', '黄俊', 'product-division', 'product-division-head', { head: true }),
  person('3003', '罗静', 'decision-centre', 'decision-centre-head', { head: true }),
  person('4001', '赵敏', 'hr-pr', 'complaint-supervisor', { user: 'supervisor', head: true }),
  person('4002', '马骁', 'hr-pr', 'hr-specialist', { user: 'hr' }),
  person('5001', '高远', 'general-office', 'general-manager', {
    user: 'manager',
    head: true,
    furtherUnits: ['company'],
  }),
  person('5002', '徐慧', 'general-office', 'deputy-general-manager', { user: 'deputy' }),
  person('5003', '宋佳', 'general-office', 'appeal-contact', { user: 'regulator-desk' }),
  person('5004', '唐磊', 'general-office', 'administrator', { user: 'admin' }),
];

export const organisation = { functions, units, positions, employees, certificatePassMark: PASS_MARK };

/** Recipient of an escalation step → position whose holders are told. */
export const recipients = {
  supervisor: 'complaint-supervisor',
  administrator: 'administrator',
  'complaint-officer': 'complaint-supervisor',
  'technical-manager': 'technical-manager',
  'dispatch-desk': 'dispatcher',
  'back-office': 'complaint-supervisor',
  'appeals-desk': 'appeal-contact',
  'decision-centre': 'decision-centre-head',
  deputy: 'deputy-general-manager',
  'general-manager': 'general-manager',
  office: 'general-manager',
  hr: 'hr-specialist',
};
