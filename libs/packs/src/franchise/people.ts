/** Demonstration people of franchise; invented, never created in production (api.md Demo data). */
import { licence, person } from '../shared/organisation';

const allLines = licence(['shop-system', 'shop-equipment', 'goods'], '到店服务部');

const specialist = (officerNumber: string, name: string, region: string, user: string) =>
  person(`10${officerNumber}`, name, region, 'service-specialist', { user, officerNumber });

export const employees = [
  specialist('01', '林晓燕', 'region-east', 'agent'),
  specialist('02', '周明', 'region-south', 'agent2'),
  specialist('03', '蒋雪', 'region-southwest', 'specialist-southwest'),
  specialist('04', '韩冰', 'region-central', 'specialist-central'),
  specialist('05', '杜娟', 'region-northeast', 'specialist-northeast'),
  specialist('06', '田野', 'region-northwest', 'specialist-northwest'),
  specialist('07', '冯涛', 'region-north', 'specialist-north'),
  person('1100', '沈岚', 'customer-service', 'service-manager', { user: 'service-manager', head: true }),
  person('1101', '赵敏', 'customer-service', 'service-supervisor', { user: 'supervisor' }),
  person('2001', '陈志强', 'system-support', 'support-engineer', { user: 'engineer', certificates: [allLines] }),
  person('2002', '何建国', 'shop-service', 'shop-engineer', { user: 'engineer2', certificates: [allLines] }),
  person('2003', '吴海峰', 'system-support', 'technical-manager', {
    user: 'tech-manager',
    head: true,
    furtherUnits: ['shop-service'],
  }),
  person('2004', '孙丽', 'shop-service', 'dispatcher', { user: 'dispatcher' }),
  person('3001', '黄俊', 'goods', 'department-head', { user: 'goods-head', head: true }),
  person('3002', '郑文博', 'franchise-sales', 'department-head', { user: 'sales-head', head: true }),
  person('3003', '罗静', 'logistics', 'department-head', { user: 'logistics-head', head: true }),
  person('4001', '马骁', 'hr-admin', 'hr-specialist', { user: 'hr', head: true }),
  person('5001', '高远', 'general-office', 'chairman', { user: 'manager', head: true, furtherUnits: ['company'] }),
  person('5002', '徐慧', 'general-office', 'deputy-general-manager', { user: 'deputy' }),
  person('5003', '宋佳', 'general-office', 'appeal-contact', { user: 'regulator-desk' }),
  person('5004', '唐磊', 'general-office', 'administrator', { user: 'admin' }),
];
