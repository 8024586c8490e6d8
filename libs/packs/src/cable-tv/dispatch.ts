/** Work orders of cable-tv: kinds, layers and the clocks of 003 art.18, 19, 25 (packs.md; DSP-3a, DSP-3b, DSP-4). */
import type { PackPart } from '../pack-part';
import {
  clock,
  countedPolicy,
  dispatchForms,
  dispatchGrants,
  dispatchTemplates,
  orderType,
  priorities,
  redispatchedPolicy,
  requestedTimePolicy,
  returnGrounds,
  signingCode,
  weights,
} from '../shared/dispatch';
import { chosen, entry, reading, seed } from '../shared/words';

const technicians = ['station-engineer', 'operations-engineer'];
const atHome = { positions: technicians, functions: ['user-service'] };

const types = [
  orderType('fault-repair', '故障维修', 'Fault repair', { ...atHome, repair: true, layered: true }),
  orderType('installation', '安装', 'Installation', atHome),
  orderType('service-opening', '业务开通', 'Service opening', atHome),
  orderType('router-hub', '客户路由器/HUB安装调试', 'Customer’s router or hub', {
    positions: ['account-manager'],
    functions: ['city-branch'],
    certificate: false,
  }),
  orderType('inspection', '巡检', 'Inspection', { positions: technicians }),
  orderType('complaint-follow-up', '投诉跟进', 'Complaint follow-up', atHome),
];

const minutes = (value: number) => ({ unit: 'minute', value });
const hours = (value: number) => ({ unit: 'hour', value });

const isVip = { fact: 'customerClass', in: ['vip'] };
const isVipOpening = { all: [isVip, { fact: 'type', in: ['service-opening'] }] };

const policies = [
  countedPolicy(
    {
      code: 'dispatch.respond',
      title: { zh: '工单响应', en: 'Response' },
      limit: minutes(30),
      warnShare: 0.5,
      variants: [{ key: 'vip', when: isVip, limit: minutes(20) }],
    },
    'order-respond',
  ),
  countedPolicy(
    {
      code: 'dispatch.respond-vip-opening',
      title: { zh: 'VIP业务开通响应', en: 'VIP opening, response' },
      limit: hours(1),
    },
    'order-respond',
  ),
  countedPolicy(
    {
      code: 'dispatch.arrive',
      title: { zh: '到达现场', en: 'On site' },
      limit: minutes(40),
      variants: [{ key: 'aggregation', when: { fact: 'faultLayer', in: ['aggregation'] }, limit: hours(1) }],
    },
    'order-arrive',
  ),
  redispatchedPolicy(
    {
      code: 'dispatch.conclude',
      title: { zh: '工单完成', en: 'Concluded' },
      limit: hours(24),
      variants: [
        { key: 'vip-opening', when: isVipOpening, limit: hours(12) },
        { key: 'vip', when: isVip, limit: hours(6) },
      ],
    },
    'order-conclude',
  ),
  redispatchedPolicy(
    { code: 'dispatch.network', title: { zh: '网络故障处理', en: 'Network fault done' }, limit: hours(2) },
    'order-conclude',
  ),
  redispatchedPolicy(
    {
      code: 'dispatch.access',
      title: { zh: '接入层故障处理并回单', en: 'Access fault done and fed back' },
      limit: hours(24),
    },
    'order-conclude',
  ),
  redispatchedPolicy(
    { code: 'dispatch.feed-back', title: { zh: '回单', en: 'Fed back' }, limit: hours(2) },
    'order-feed-back',
  ),
  requestedTimePolicy,
];

const respond = clock('respond', 'dispatch.respond', 'contact');
const arrive = clock('arrive', 'dispatch.arrive', 'arrive');
const conclude = clock('conclude', 'dispatch.conclude', 'solve');
const feedBack = clock('feed-back', 'dispatch.feed-back', 'feed-back', 'solve');

export const dispatch: PackPart = {
  section: {
    types,
    customerClasses: [
      entry('ordinary', '普通客户', 'Ordinary'),
      entry('vip', 'VIP客户', 'VIP'),
      entry('group-unit', '集体单位', 'Group unit'),
    ],
    faultLayers: [
      entry('backbone', '骨干层', 'Backbone'),
      entry('aggregation', '汇聚层', 'Aggregation'),
      entry('access', '接入层', 'Access'),
    ],
    priorities,
    causes: [
      entry('property-power', '物业电力检修', 'Power works of the property'),
      entry('grid-outage', '电力局停电', 'Power cut'),
      entry('fibre-cut', '光缆挖断', 'Fibre cut'),
      entry('device', '设备', 'Device'),
      entry('line', '线路', 'Line'),
      entry('power-feed', '取电', 'Power feed'),
      entry('customer-side', '客户端', 'Customer’s side'),
      entry('other', '其他', 'Other'),
    ],
    returnGrounds,
    clocks: [
      // The limit of the backbone covers the repair, those of aggregation and access the feedback too (并回单).
      { faultLayers: ['backbone'], clocks: [arrive, clock('conclude', 'dispatch.network', 'solve'), feedBack] },
      { faultLayers: ['aggregation'], clocks: [arrive, clock('conclude', 'dispatch.network', 'feed-back')] },
      {
        faultLayers: ['access'],
        customerClasses: ['ordinary', 'group-unit'],
        clocks: [respond, clock('conclude', 'dispatch.access', 'feed-back')],
      },
      {
        types: ['service-opening'],
        customerClasses: ['vip'],
        clocks: [clock('respond', 'dispatch.respond-vip-opening', 'contact'), conclude, feedBack],
      },
      { clocks: [respond, conclude, feedBack] },
    ],
    requestedTime: { policy: 'dispatch.requested-time' },
    assignment: 'dispatcher',
    weights,
    typeOf: { problemForm: 'fault-repair', complaint: 'complaint-follow-up', revisit: 'fault-repair' },
    urgent: 'urgent',
    verification: false,
    secondLine: { function: 'technical-support' },
    signingCode,
    ratings: 5,
  },
  deadlinePolicies: policies,
  templates: dispatchTemplates,
  numbering: { 'work-order': 'PD{date:yyyyMMdd}-{staff}-{seq:3}' },
  forms: dispatchForms,
  grants: dispatchGrants,
  notes: [
    seed('deadlinePolicies.dispatch.respond', '003 art.18, 19, 25: 30 minutes, VIP fault 20; access 30.'),
    seed('deadlinePolicies.dispatch.respond-vip-opening', '003 art.19: opening for a VIP, response 1 hour.'),
    seed('deadlinePolicies.dispatch.conclude', '003 art.18, 19: 24 hours, VIP fault 6, VIP opening 12.'),
    seed('deadlinePolicies.dispatch.arrive', '003 art.25: backbone 40 minutes, aggregation 1 hour on site.'),
    seed('deadlinePolicies.dispatch.network', '003 art.25: backbone done in 2 hours; aggregation in 2, 并回单.'),
    seed('deadlinePolicies.dispatch.access', '003 art.25: access done in 24 hours, 并回单.'),
    reading('deadlinePolicies.dispatch.respond.warnShare', 'RD-46: 20- and 30-minute clocks warn at 50 %.'),
    reading(
      'deadlinePolicies.dispatch.conclude.steps',
      'RD-48: first overrun same unit and head, second the next higher.',
    ),
    chosen('deadlinePolicies.dispatch.feed-back', '003 流程 7.4 counts 超时回复 but names no limit: 2 hours.'),
    chosen('modules.dispatch.clocks', 'The fault of a VIP in the access layer keeps the shorter clocks of a VIP.'),
    seed('modules.dispatch.causes', '003 art.30, packs.md: 物业电力检修, 电力局停电, 光缆挖断, 设备, 线路, 取电.'),
    chosen('modules.dispatch.causes.customer-side', '客户端 and 其他 are not in the seed.'),
    seed('modules.dispatch.types.router-hub', '003 art.29: routers and hubs at home are the account manager’s.'),
    chosen('modules.dispatch.weights', 'Points of a candidate are in no seed.'),
    chosen('modules.dispatch.returnGrounds', 'The seed has no list of grounds for giving an order back.'),
    chosen(
      'numbering.work-order',
      'The seed has no number of a work order; like the problem form: day, who opens it, serial.',
    ),
  ],
};
