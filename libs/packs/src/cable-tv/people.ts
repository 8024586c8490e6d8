/** Positions and demonstration people of cable-tv; invented, never created in production (api.md Demo data). */
import { licence, person } from '../shared/organisation';

export const positions = [
  { code: 'call-agent', title: { zh: '呼叫中心座席', en: 'Call-centre agent' } },
  { code: 'revisit-agent', title: { zh: '回访席', en: 'Revisit agent' } },
  { code: 'service-inspector', title: { zh: '督导', en: 'Service supervisor' } },
  { code: 'quality-inspector', title: { zh: '质检员', en: 'Quality inspector' } },
  { code: 'dispatcher', title: { zh: '调度员', en: 'Dispatcher' } },
  { code: 'operations-engineer', title: { zh: '运维工程师', en: 'Operations engineer' } },
  { code: 'station-engineer', title: { zh: '片站维护工程师', en: 'Station engineer' } },
  { code: 'technical-manager', title: { zh: '运维部经理', en: 'Manager of operations' } },
  { code: 'station-head', title: { zh: '片站站长', en: 'Head of a station' } },
  { code: 'branch-head', title: { zh: '分公司经理', en: 'Head of a branch' } },
  { code: 'hall-clerk', title: { zh: '营业员', en: 'Hall clerk' } },
  { code: 'account-manager', title: { zh: '客户经理', en: 'Account manager' } },
  { code: 'department-head', title: { zh: '部门主管', en: 'Head of a department' } },
  { code: 'hr-specialist', title: { zh: '人力专员', en: 'HR specialist' } },
  {
    code: 'deputy-general-manager',
    title: { zh: '主管领导（分管副总）', en: 'Leader in charge (deputy general manager)' },
  },
  { code: 'general-manager', title: { zh: '总经理', en: 'General manager' } },
  { code: 'appeal-contact', title: { zh: '申诉联系责任人', en: 'Contact for appeals' } },
  { code: 'administrator', title: { zh: '管理员', en: 'Administrator' } },
];

const everything = licence(
  ['digital-tv', 'two-way', 'network', 'boss', 'lan', 'call-system', 'channel-source', 'centre-room'],
  '运维部',
);
const home = licence(['digital-tv', 'two-way', 'network'], '运维部');
const tvOnly = licence(['digital-tv'], '运维部');
/** It ran out: whoever holds only this one cannot be sent (ORG-3a). */
const expired = licence(['digital-tv', 'two-way', 'network'], '运维部', '2023-01-12');

const engineer = (staffNumber: string, name: string, station: string, user: string, certificates: readonly object[]) =>
  person(staffNumber, name, station, 'station-engineer', { user, certificates });

export const employees = [
  person('1001', '林晓燕', 'call-centre', 'call-agent', { user: 'agent', officerNumber: '01', head: true }),
  person('1002', '周明', 'call-centre', 'call-agent', { user: 'agent2', officerNumber: '02' }),
  person('1003', '叶青', 'call-centre', 'revisit-agent', { user: 'revisit-agent', officerNumber: '03' }),
  person('1101', '赵敏', 'customer-service', 'service-inspector', { user: 'supervisor', head: true }),
  person('1102', '汪洋', 'customer-service', 'quality-inspector', { user: 'inspector' }),
  person('1201', '孙丽', 'dispatch-centre', 'dispatcher', { user: 'dispatcher', head: true }),
  person('1202', '卢强', 'dispatch-centre', 'dispatcher', { user: 'dispatcher2' }),

  person('2001', '陈志强', 'operations', 'operations-engineer', { user: 'engineer', certificates: [everything] }),
  person('2003', '吴海峰', 'operations', 'technical-manager', { user: 'tech-manager', head: true }),
  engineer('2002', '何建国', 'station-huanghua', 'engineer2', [everything]),
  engineer('2102', '程功', 'station-huanghua', 'engineer3', [home]),
  engineer('2103', '曹阳', 'station-huanghua', 'engineer-expired', [expired]),
  person('2104', '严明', 'station-huanghua', 'station-head', { user: 'station-head', head: true }),
  engineer('2201', '毛宁', 'station-tiaoma', 'engineer4', [home]),
  engineer('2202', '施展', 'station-tiaoma', 'engineer-tv', [tvOnly]),
  person('2204', '陶然', 'station-tiaoma', 'station-head', { user: 'tiaoma-head', head: true }),
  engineer('2301', '魏来', 'station-east', 'engineer5', [home]),
  person('2304', '顾全', 'station-east', 'station-head', { head: true }),
  engineer('2401', '邵华', 'station-west', 'engineer6', [home]),
  person('2404', '龚平', 'station-west', 'station-head', { user: 'west-station-head', head: true }),
  person('2501', '史册', 'branch-east', 'branch-head', { user: 'branch-head', head: true }),
  person('2502', '崔健', 'branch-west', 'branch-head', { user: 'west-branch-head', head: true }),

  person('3001', '薛萍', 'hall-east', 'hall-clerk', { user: 'hall-clerk', officerNumber: '04', head: true }),
  person('3002', '梅香', 'hall-west', 'hall-clerk', { officerNumber: '05', head: true }),
  person('3101', '范进', 'branch-east', 'account-manager', { user: 'account-manager', certificates: [tvOnly] }),
  person('3102', '邹越', 'branch-west', 'account-manager'),
  person('3201', '黄俊', 'marketing', 'department-head', { head: true }),
  person('3202', '郑文博', 'information', 'department-head', { user: 'information-head', head: true }),
  person('3203', '罗静', 'settlement', 'department-head', { head: true }),
  person('4002', '马骁', 'human-resources', 'hr-specialist', { user: 'hr', head: true }),
  person('5001', '高远', 'general-office', 'general-manager', {
    user: 'manager',
    head: true,
    furtherUnits: ['company'],
  }),
  person('5002', '徐慧', 'general-office', 'deputy-general-manager', { user: 'deputy' }),
  person('5003', '宋佳', 'general-office', 'appeal-contact', { user: 'regulator-desk' }),
  person('5004', '唐磊', 'general-office', 'administrator', { user: 'admin' }),
];
