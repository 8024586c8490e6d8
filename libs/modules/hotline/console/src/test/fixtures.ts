/** Answers of the hotline's routes for page specs, each held to the contract it is served under. */
import { listOf, type Fixtures } from '@bihuan/console-kit';
import { customerSummary, customerView } from '@bihuan/customers-contract';
import { contactView, problemFormView, type ContactView, type ProblemFormView } from '@bihuan/hotline-contract';
import { z } from 'zod';

export const ID = {
  contact: '44444444-4444-4444-8444-444444444444',
  form: '55555555-5555-4555-8555-555555555555',
  customer: '66666666-6666-4666-8666-666666666666',
  site: '77777777-7777-4777-8777-777777777777',
  support: '88888888-8888-4888-8888-888888888888',
  software: '99999999-9999-4999-8999-999999999999',
} as const;

const officer = { id: '22222222-2222-4222-8222-222222222222', name: '林晓燕' };

const coded = (code: string, zh: string) => ({ code, title: { zh, en: code } });

const pack = {
  body: {
    calendars: [],
    deadlinePolicies: [],
    productLines: [],
    customerLevels: [],
    modules: {
      hotline: {
        channels: [{ ...coded('phone', '电话'), phone: true }],
        contactCategories: [coded('consultation', '咨询'), coded('nuisance', '骚扰或打错')],
        problemCategories: [
          { ...coded('technical', '技术质量'), kinds: [coded('hardware', '硬件')] },
          { ...coded('other', '其它'), kinds: [] },
        ],
      },
    },
  },
};

export const customer = customerSummary.parse({
  id: ID.customer,
  name: '工商银行高新支行',
  kind: 'company',
  number: null,
  level: null,
  brand: null,
  region: '成都',
  contacts: [{ id: ID.site, name: '王敏', phone: '13881234567', office: '', email: '' }],
  sites: [{ id: ID.site, name: '天府三街自助银行', address: '天府三街198号' }],
});

const known = {
  ...customer,
  sites: [{ ...customer.sites[0], region: '成都', unitId: null, houseRules: '双人在场' }],
  state: 'active',
  version: 1,
  allowedActions: [],
  businessLines: [],
  since: null,
  meanMonthlySpending: null,
  groupName: '',
  namedAccount: false,
  erasedAt: null,
  equipment: [],
};

export const contact = (more: Partial<ContactView> = {}): ContactView =>
  contactView.parse({
    id: ID.contact,
    state: 'open',
    version: 1,
    allowedActions: ['answer', 'problem-form', 'await-customer', 'nuisance'],
    channel: 'phone',
    callerName: '王敏',
    callerPhone: '13881234567',
    customerId: ID.customer,
    siteId: ID.site,
    equipmentId: null,
    site: '天府三街自助银行',
    summary: '取款机不出钞',
    category: 'technical',
    purpose: '',
    owner: officer,
    officerNumber: '01',
    startedAt: '2026-09-18T14:00:00+08:00',
    answeredAt: null,
    endedAt: null,
    recording: null,
    answer: null,
    understood: null,
    satisfied: null,
    needsForm: false,
    conclusion: null,
    reason: null,
    concludedAt: null,
    firstContactResolution: false,
    problemForms: [],
    ...more,
  });

export const problemForm = (more: Partial<ProblemFormView> = {}): ProblemFormView =>
  problemFormView.parse({
    id: ID.form,
    number: '2026091801001',
    state: 'drafted',
    version: 1,
    allowedActions: ['refer', 'withdraw'],
    contactId: ID.contact,
    customerId: ID.customer,
    category: 'technical',
    kind: 'hardware',
    complaint: false,
    description: '取款机不出钞',
    customerName: '王敏',
    site: '天府三街自助银行',
    siteId: ID.site,
    address: '天府三街198号',
    mobile: '13881234567',
    office: '',
    requestedAt: null,
    takenAt: '2026-09-18T14:00:00+08:00',
    createdAt: '2026-09-18T14:05:00+08:00',
    officer,
    customerAgreed: null,
    unit: null,
    handler: null,
    referredAt: null,
    firstReferredAt: null,
    returns: 0,
    acceptance: null,
    round: 1,
    rounds: [{ round: 1, plan: null, result: null, audit: null, answer: null, satisfied: null, dissatisfaction: null }],
    waitingFor: null,
    concludedAt: null,
    revisitedAt: null,
    dueAt: '2026-09-18T16:00:00+08:00',
    deadlines: [],
    routing: {
      unit: { id: ID.support, name: '技术支持' },
      alternatives: [{ id: ID.software, name: '软件系统开发部' }],
    },
    ...more,
  });

/** Everything a page of the hotline asks for before anybody acts. */
export const quietHouse: Fixtures = {
  'GET /api/packs/active': pack,
  'GET /api/scripts': listOf([{ step: 'opening', title: { zh: '开头语' }, text: { zh: '您好，这里是800热线。' } }]),
  'POST /api/customers/search': {
    body: { data: [customer], page: {} },
    schema: z.object({ data: z.array(customerSummary) }),
  },
  [`GET /api/customers/${ID.customer}`]: { body: known, schema: customerView },
  [`GET /api/hotline/problem-forms/${ID.form}`]: () => ({ body: problemForm(), schema: problemFormView }),
  'POST /api/hotline/contacts': { status: 201, body: contact(), schema: contactView },
  'POST /api/hotline/problem-forms': { status: 201, body: problemForm(), schema: problemFormView },
};
