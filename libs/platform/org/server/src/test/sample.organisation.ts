/** A small company for tests: a head office with three departments, one manager for two of them. */
import type { OrganisationData } from '@bihuan/org-contract';

const title = (zh: string, en: string) => ({ zh, en });

export const sample: OrganisationData = {
  units: [
    { code: 'user-service', name: '用户服务部', function: 'user-service', parent: 'company', calendar: 'handlers' },
    { code: 'company', name: '公司', function: 'headquarters', calendar: 'handlers' },
    { code: 'hotline', name: '800热线', function: 'hotline', parent: 'company', calendar: 'hotline-365' },
    { code: 'station', name: '站点', function: 'station', parent: 'user-service', calendar: 'handlers' },
    { code: 'support', name: '技术支持', function: 'technical-support', parent: 'company', calendar: 'handlers' },
  ],
  positions: [
    { code: 'officer', title: title('责任人', 'Officer') },
    { code: 'engineer', title: title('工程师', 'Engineer') },
    { code: 'manager', title: title('技术经理', 'Manager') },
    { code: 'boss', title: title('总经理', 'General manager') },
    { code: 'supervisor', title: title('监督', 'Supervisor') },
  ],
  employees: [
    { staffNumber: '1', name: '总经理', unit: 'company', position: 'boss', head: true, phone: '010-1', user: 'boss' },
    { staffNumber: '2', name: '林晓燕', unit: 'hotline', position: 'officer', officerNumber: '01', user: 'agent' },
    { staffNumber: '3', name: '周明', unit: 'hotline', position: 'officer', officerNumber: '02', user: 'agent2' },
    {
      staffNumber: '4',
      name: '吴海峰',
      unit: 'support',
      furtherUnits: ['user-service'],
      position: 'manager',
      head: true,
    },
    {
      staffNumber: '5',
      name: '陈志强',
      unit: 'support',
      position: 'engineer',
      user: 'engineer',
      certificates: [
        {
          productLines: ['atm', 'apm'],
          issuedOn: '2026-01-10',
          expiresOn: '2026-09-17',
          training: { date: '2026-01-05' },
          test: { date: '2026-01-06', examiner: '用户服务部', mark: 90 },
        },
      ],
    },
    { staffNumber: '6', name: '赵敏', unit: 'company', position: 'supervisor', user: 'supervisor' },
  ],
};

export const sampleRecipients = { supervisor: 'supervisor', administrator: 'boss' };
