/** Positions and demonstration people of telecom; invented, never created in production (api.md Demo data). */
import { licence, person } from '../shared/organisation';

export const positions = [
  { code: 'hotline-officer', title: { zh: '客服热线受理员', en: 'Hotline officer' } },
  { code: 'complaint-head', title: { zh: '投诉处理中心主管', en: 'Head of a complaint centre' } },
  { code: 'complaint-clerk', title: { zh: '投诉处理员', en: 'Complaint clerk' } },
  { code: 'hq-complaint-clerk', title: { zh: '总部投诉处理员', en: 'Complaint clerk of headquarters' } },
  { code: 'hq-service-head', title: { zh: '总部客户服务部主管', en: 'Head of customer service' } },
  { code: 'screening-officer', title: { zh: '后台甄别员', en: 'Screening officer' } },
  { code: 'remote-clerk', title: { zh: '远端处理员', en: 'Clerk of a remote unit' } },
  { code: 'business-head', title: { zh: '业务责任部门主管', en: 'Head of a business department' } },
  { code: 'handling-head', title: { zh: '处理责任部门主管', en: 'Head of a handling department' } },
  { code: 'branch-head', title: { zh: '分公司负责人', en: 'Head of a branch' } },
  { code: 'legal-counsel', title: { zh: '法务', en: 'Counsel' } },
  { code: 'support-engineer', title: { zh: '技术支持工程师', en: 'Technical support engineer' } },
  { code: 'field-engineer', title: { zh: '装维工程师', en: 'Field engineer' } },
  { code: 'technical-manager', title: { zh: '技术经理', en: 'Technical manager' } },
  { code: 'dispatcher', title: { zh: '调度员', en: 'Dispatcher' } },
  { code: 'appeal-officer', title: { zh: '总部申诉受理', en: 'Appeals officer of headquarters' } },
  { code: 'appeal-contact', title: { zh: '申诉联系责任人', en: 'Contact for appeals' } },
  { code: 'deputy-general-manager', title: { zh: '分管副总', en: 'Deputy general manager' } },
  { code: 'general-manager', title: { zh: '总经理', en: 'General manager' } },
  { code: 'hr-specialist', title: { zh: '人力专员', en: 'HR specialist' } },
  { code: 'administrator', title: { zh: '管理员', en: 'Administrator' } },
];

const allLines = licence(
  ['gsm', 'wcdma', 'fixed-phone', 'broadband', 'phs', 'payphone', 'leased-line', 'card'],
  '河南省技术支持中心',
);

export const employees = [
  person('1001', '林晓燕', 'henan-hotline', 'hotline-officer', { user: 'agent', officerNumber: '01', head: true }),
  person('1002', '周明', 'henan-hotline', 'hotline-officer', { user: 'agent2', officerNumber: '02' }),
  person('1003', '彭飞', 'hubei-hotline', 'hotline-officer', { user: 'hubei-agent', officerNumber: '03', head: true }),

  person('1101', '赵敏', 'henan-complaint-centre', 'complaint-head', { user: 'supervisor', head: true }),
  person('1102', '姚琳', 'henan-complaint-centre', 'complaint-clerk', { user: 'complaint-clerk' }),
  person('1103', '谢峰', 'henan-complaint-centre', 'complaint-clerk', { user: 'vip-clerk' }),
  person('1104', '曾倩', 'henan-back-office', 'screening-officer', { user: 'back-office', head: true }),
  person('1105', '宁波', 'henan-complaint-centre', 'appeal-contact', { user: 'henan-appeals' }),
  person('1106', '石磊', 'henan-complaint-centre', 'appeal-contact', { user: 'henan-appeals-deputy' }),
  person('1201', '鲁芳', 'hubei-complaint-centre', 'complaint-head', { user: 'hubei-supervisor', head: true }),
  person('1202', '熊亮', 'hubei-complaint-centre', 'complaint-clerk', { user: 'hubei-clerk' }),
  person('1203', '金鑫', 'hubei-complaint-centre', 'appeal-contact', { user: 'hubei-appeals' }),

  person('1301', '丁洁', 'hq-complaint-centre', 'hq-complaint-clerk', { user: 'hq-clerk', head: true }),
  person('1302', '邱岚', 'hq-customer-service', 'hq-service-head', { user: 'hq-head', head: true }),

  person('1401', '贺伟', 'zhengzhou-remote', 'remote-clerk', { user: 'remote-clerk', head: true }),
  person('1402', '白雪', 'luoyang-remote', 'remote-clerk', { user: 'luoyang-clerk', head: true }),
  person('1403', '夏雨', 'wuhan-remote', 'remote-clerk', { user: 'wuhan-clerk', head: true }),

  person('2001', '陈志强', 'henan-technical-support', 'support-engineer', {
    user: 'engineer',
    certificates: [allLines],
  }),
  person('2002', '何建国', 'zhengzhou-service', 'field-engineer', { user: 'engineer2', certificates: [allLines] }),
  person('2003', '吴海峰', 'henan-technical-support', 'technical-manager', {
    user: 'tech-manager',
    head: true,
    furtherUnits: ['zhengzhou-service'],
  }),
  person('2004', '孙丽', 'zhengzhou-service', 'dispatcher', { user: 'dispatcher' }),

  person('3001', '黄俊', 'henan-mobile', 'business-head', { user: 'mobile-head', head: true }),
  person('3002', '罗静', 'henan-fixed', 'business-head', { user: 'fixed-head', head: true }),
  person('3003', '秦岭', 'henan-value-added', 'business-head', { user: 'value-head', head: true }),
  person('3004', '方圆', 'henan-channel', 'business-head', { user: 'channel-head', head: true }),
  person('3005', '江涛', 'henan-network', 'handling-head', { user: 'network-head', head: true }),
  person('3006', '侯敏', 'henan-billing', 'handling-head', { user: 'billing-head', head: true }),
  person('3007', '孟凡', 'henan-interconnection', 'handling-head', { user: 'interconnection-head', head: true }),
  person('3008', '龙飞', 'hubei-network', 'handling-head', { user: 'hubei-network-head', head: true }),
  person('3009', '万里', 'zhengzhou-market', 'business-head', { user: 'zhengzhou-head', head: true }),
  person('3010', '常青', 'hq-business', 'business-head', { user: 'hq-business-head', head: true }),
  person('3011', '安宁', 'hq-network', 'handling-head', { user: 'hq-network-head', head: true }),
  person('3012', '郑文博', 'henan-information', 'handling-head', { head: true }),
  person('3013', '钟正', 'henan-legal', 'legal-counsel', { head: true }),
  person('3101', '段宇', 'henan', 'branch-head', { user: 'henan-head', head: true }),
  person('3102', '武静', 'hubei', 'branch-head', { user: 'hubei-head', head: true }),
  person('3103', '雷鸣', 'zhengzhou', 'branch-head', { head: true }),
  person('3104', '尹平', 'luoyang', 'branch-head', { head: true }),
  person('3105', '易江', 'wuhan', 'branch-head', { head: true }),

  person('4002', '马骁', 'human-resources', 'hr-specialist', { user: 'hr', head: true }),
  person('5001', '高远', 'general-office', 'general-manager', {
    user: 'manager',
    head: true,
    furtherUnits: ['company'],
  }),
  person('5002', '徐慧', 'general-office', 'deputy-general-manager', { user: 'deputy' }),
  person('5003', '宋佳', 'hq-appeals-desk', 'appeal-officer', { user: 'regulator-desk', head: true }),
  person('5004', '唐磊', 'general-office', 'administrator', { user: 'admin' }),
];
