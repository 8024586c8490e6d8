/** Units, posts and demonstration people of franchise (packs.md Roles; 001 ch.1; api.md Demo data). */
import { PASS_MARK, unit } from '../shared/organisation';
import { employees } from './people';

const functions = [
  { code: 'headquarters', title: { zh: '总部', en: 'Headquarters' } },
  {
    code: 'complaint-supervision',
    title: { zh: '客户服务与投诉监督', en: 'Customer service and complaint supervision' },
  },
  { code: 'hotline', title: { zh: '大区客服', en: 'Regional customer service' } },
  { code: 'provincial-service', title: { zh: '省级客服', en: 'Provincial customer service' } },
  { code: 'technical-support', title: { zh: '系统支持', en: 'System support' } },
  { code: 'user-service', title: { zh: '到店服务', en: 'Shop visits' } },
  { code: 'product-division', title: { zh: '商品', en: 'Goods' } },
  { code: 'sales', title: { zh: '加盟拓展', en: 'Franchise sales' } },
  { code: 'logistics', title: { zh: '物流配送', en: 'Logistics' } },
  { code: 'human-resources', title: { zh: '人力行政', en: 'HR and administration' } },
  { code: 'general-office', title: { zh: '董事长办公', en: 'Office of the chairman' } },
];

const office = (code: string, name: string, en: string, purpose: string) =>
  unit(code, name, en, { function: purpose, parent: 'company', calendar: 'office-days' });

const region = (code: string, name: string, en: string, provinces: readonly string[]) =>
  unit(code, `${name}客服组`, `Customer service, ${en}`, {
    function: 'hotline',
    parent: 'customer-service',
    calendar: 'service-days',
    regions: [name, ...provinces],
  });

const units = [
  unit('company', '闭环连锁', 'Bihuan Franchise', { function: 'headquarters', calendar: 'office-days' }),
  unit('customer-service', '客户服务部', 'Customer service', {
    function: 'complaint-supervision',
    parent: 'company',
    calendar: 'service-days',
  }),
  region('region-east', '华东区', 'east', ['上海', '江苏', '浙江', '安徽', '福建', '江西', '山东']),
  region('region-south', '华南区', 'south', ['广东', '广西', '海南']),
  region('region-southwest', '西南区', 'south-west', ['重庆', '四川', '贵州', '云南', '西藏']),
  region('region-central', '华中区', 'centre', ['河南', '湖北', '湖南']),
  region('region-northeast', '东北区', 'north-east', ['辽宁', '吉林', '黑龙江']),
  region('region-northwest', '西北区', 'north-west', ['陕西', '甘肃', '青海', '宁夏', '新疆']),
  region('region-north', '华北区', 'north', ['北京', '天津', '河北', '山西', '内蒙古']),
  office('system-support', '系统支持部', 'System support', 'technical-support'),
  office('shop-service', '到店服务部', 'Shop service', 'user-service'),
  office('goods', '商品部', 'Goods', 'product-division'),
  office('franchise-sales', '加盟拓展部', 'Franchise sales', 'sales'),
  office('logistics', '物流配送部', 'Logistics', 'logistics'),
  office('hr-admin', '人力行政部', 'HR and administration', 'human-resources'),
  office('general-office', '董事长办公室', 'Office of the chairman', 'general-office'),
];

/** What a specialist must bring (001 ch.3 §一.4, §一.5; ORG-3c). */
const specialistNeeds = [
  {
    code: 'typing',
    title: { zh: '打字速度', en: 'Typing' },
    atLeast: 80,
    unit: { zh: '字/分钟', en: 'characters a minute' },
  },
  { code: 'mandarin', title: { zh: '普通话标准、流利', en: 'Standard, fluent Mandarin' } },
  { code: 'office-software', title: { zh: '熟练操作办公软件', en: 'Office software' } },
];

const positions = [
  { code: 'service-manager', title: { zh: '客服经理', en: 'Customer-service manager' } },
  { code: 'service-supervisor', title: { zh: '客服主管', en: 'Customer-service supervisor' } },
  {
    code: 'service-specialist',
    title: { zh: '客服专员', en: 'Customer-service specialist' },
    requirements: specialistNeeds,
  },
  {
    code: 'provincial-specialist',
    title: { zh: '省级客服专员', en: 'Provincial specialist' },
    requirements: specialistNeeds,
  },
  { code: 'support-engineer', title: { zh: '系统支持工程师', en: 'System support engineer' } },
  { code: 'shop-engineer', title: { zh: '到店服务工程师', en: 'Shop service engineer' } },
  { code: 'technical-manager', title: { zh: '技术经理', en: 'Technical manager' } },
  { code: 'dispatcher', title: { zh: '调度员', en: 'Dispatcher' } },
  { code: 'department-head', title: { zh: '部门主管', en: 'Head of a department' } },
  { code: 'hr-specialist', title: { zh: '人力专员', en: 'HR specialist' } },
  { code: 'chairman', title: { zh: '董事长', en: 'Chairman' } },
  { code: 'deputy-general-manager', title: { zh: '分管副总', en: 'Deputy general manager' } },
  { code: 'appeal-contact', title: { zh: '申诉联系责任人', en: 'Contact for appeals' } },
  { code: 'administrator', title: { zh: '管理员', en: 'Administrator' } },
];

/** Head-counts (001 ch.1; ORG-2): 1 manager, 1–2 supervisors, 7–21 specialists, 1–3 in each region, later 1–3 a province. */
const posts = [
  { position: 'service-manager', unit: 'customer-service', min: 1, max: 1 },
  { position: 'service-supervisor', unit: 'customer-service', min: 1, max: 2 },
  { position: 'service-specialist', unit: 'customer-service', below: true, min: 7, max: 21 },
  { position: 'service-specialist', function: 'hotline', min: 1, max: 3 },
  { position: 'provincial-specialist', function: 'provincial-service', min: 1, max: 3 },
];

export const organisation = { functions, units, positions, posts, employees, certificatePassMark: PASS_MARK };

/** Recipient of an escalation step → position whose holders are told. */
export const recipients = {
  supervisor: 'service-supervisor',
  administrator: 'administrator',
  'complaint-officer': 'service-supervisor',
  'service-manager': 'service-manager',
  'technical-manager': 'technical-manager',
  'dispatch-desk': 'dispatcher',
  'back-office': 'service-supervisor',
  'appeals-desk': 'appeal-contact',
  deputy: 'deputy-general-manager',
  'general-manager': 'chairman',
  office: 'chairman',
  hr: 'hr-specialist',
};
