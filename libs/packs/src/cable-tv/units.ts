/** The tree of cable-tv: call centre, dispatching, operations, branches with their stations and halls (003; ORG-1). */
import { unit } from '../shared/organisation';

export const functions = [
  { code: 'headquarters', title: { zh: '公司', en: 'Company' } },
  { code: 'complaint-supervision', title: { zh: '服务监督', en: 'Service supervision' } },
  { code: 'hotline', title: { zh: '呼叫中心', en: 'Call centre' } },
  { code: 'dispatch-centre', title: { zh: '调度中心', en: 'Dispatch centre' } },
  { code: 'technical-support', title: { zh: '运维', en: 'Operations' } },
  { code: 'user-service', title: { zh: '片站服务', en: 'Station' } },
  { code: 'city-branch', title: { zh: '分公司', en: 'Branch' } },
  { code: 'hall', title: { zh: '营业厅', en: 'Hall' } },
  { code: 'product-division', title: { zh: '市场经营', en: 'Marketing' } },
  { code: 'software-development', title: { zh: '信息系统', en: 'Information systems' } },
  { code: 'settlement', title: { zh: '结算中心', en: 'Settlement centre' } },
  { code: 'human-resources', title: { zh: '人力资源', en: 'Human resources' } },
  { code: 'general-office', title: { zh: '总经理办公', en: 'General office' } },
];

const office = (code: string, name: string, en: string, purpose: string, parent = 'company') =>
  unit(code, name, en, { function: purpose, parent, calendar: 'office-days' });

const always = (code: string, name: string, en: string, purpose: string, parent = 'company') =>
  unit(code, name, en, { function: purpose, parent, calendar: 'around-the-clock' });

const branch = (code: string, name: string, en: string, regions: readonly string[]) =>
  unit(code, name, en, { function: 'city-branch', parent: 'company', calendar: 'office-days', regions });

const station = (code: string, name: string, en: string, parent: string, regions: readonly string[]) =>
  unit(code, name, en, { function: 'user-service', parent, calendar: 'around-the-clock', regions });

const hall = (code: string, name: string, en: string, parent: string) =>
  unit(code, name, en, { function: 'hall', parent, calendar: 'halls-365' });

export const units = [
  unit('company', '闭环有线', 'Bihuan Cable', { function: 'headquarters', calendar: 'office-days' }),
  office('customer-service', '客户服务部', 'Customer service', 'complaint-supervision'),
  always('call-centre', '呼叫中心', 'Call centre', 'hotline', 'customer-service'),
  always('dispatch-centre', '调度中心', 'Dispatch centre', 'dispatch-centre'),
  always('operations', '运维部', 'Operations', 'technical-support'),
  branch('branch-east', '城东分公司', 'Branch east', ['城东区', '黄花镇', '跳马镇']),
  station('station-east', '城东片站', 'Station east', 'branch-east', ['城东区']),
  station('station-huanghua', '黄花片站', 'Station Huanghua', 'branch-east', ['黄花镇']),
  station('station-tiaoma', '跳马片站', 'Station Tiaoma', 'branch-east', ['跳马镇']),
  hall('hall-east', '城东营业厅', 'Hall east', 'branch-east'),
  branch('branch-west', '城西分公司', 'Branch west', ['城西区']),
  station('station-west', '城西片站', 'Station west', 'branch-west', ['城西区']),
  hall('hall-west', '城西营业厅', 'Hall west', 'branch-west'),
  office('marketing', '市场经营部', 'Marketing', 'product-division'),
  always('information', '信息系统部', 'Information systems', 'software-development'),
  office('settlement', '结算中心', 'Settlement centre', 'settlement'),
  office('human-resources', '人力资源部', 'Human resources', 'human-resources'),
  office('general-office', '总经办', 'General office', 'general-office'),
];
