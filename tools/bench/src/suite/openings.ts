/** What is opened in the opening bench: by whom, with what, and what must stand in the tables afterwards. */

export interface Opening {
  readonly title: string;
  readonly pack: string;
  /** The one user who may; absent: a hundred officers in turn. */
  readonly by?: string;
  readonly path: string;
  readonly body: (index: number) => object;
  readonly table: string;
  /** `module.kind` of its clocks and entries. */
  readonly matter: string;
  /** Clocks that run from the first moment; of an appeal's five, three start with later steps or are dates. */
  readonly clocks: number;
}

const phone = (index: number): string => `138${String(index).padStart(8, '0')}`;

const complaint = (index: number) => ({
  channel: 'phone',
  customerName: `王先生${index}`,
  phone: phone(index),
  matter: '设备报修后三天无人上门，多次催促未果，要求尽快修复并说明原因。',
  demand: '尽快修复',
});

export const OPENINGS: readonly Opening[] = [
  {
    title: 'complaint (atm-5s4e)',
    pack: 'atm-5s4e',
    path: '/api/complaints/complaints',
    body: (index) => ({ ...complaint(index), kind: 'parts-delay' }),
    table: 'complaints.complaint',
    matter: 'complaints.complaint',
    clocks: 2,
  },
  {
    title: 'complaint (telecom)',
    pack: 'telecom',
    path: '/api/complaints/complaints',
    body: (index) => ({ ...complaint(index), business: 'gsm', kind: 'network-quality', level: 'ordinary' }),
    table: 'complaints.complaint',
    matter: 'complaints.complaint',
    clocks: 3,
  },
  {
    title: 'work order (atm-5s4e)',
    pack: 'atm-5s4e',
    path: '/api/dispatch/work-orders',
    body: (index) => ({
      type: 'fault-repair',
      customerClass: 'ordinary',
      description: '取款机暂停服务，出钞口有异响，已按提示重启一次仍未恢复。',
      customerName: `王先生${index}`,
      phone: phone(index),
      site: `人民路${index % 900}号网点`,
      productLine: 'atm',
    }),
    table: 'dispatch.work_order',
    matter: 'dispatch.work-order',
    clocks: 2,
  },
  {
    title: 'appeal (telecom)',
    pack: 'telecom',
    by: 'regulator-desk',
    path: '/api/appeals/appeals',
    body: (index) => ({
      regulator: 'ministry-centre',
      caseNumber: `部申[2026]${index}号`,
      filed: true,
      appellant: `王先生${index}`,
      phone: phone(index),
      matter: '宽带包年费用被重复扣收，多次投诉未退',
      business: 'internet',
      nature: 'charges',
    }),
    table: 'appeals.appeal',
    matter: 'appeals.appeal',
    clocks: 2,
  },
];
