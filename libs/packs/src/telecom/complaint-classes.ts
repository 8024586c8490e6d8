/** Lines of business × kinds, symptoms, causes, levels and channels of telecom (packs.md; 002 part 1 §2.3; CMP-1b, CMP-2). */
import { complaintChannels } from '../shared/complaints';
import { entry } from '../shared/words';

interface Group {
  readonly code: string;
  readonly kinds: readonly string[];
}

const line = (group: Group, code: string, zh: string, en: string, facts: readonly string[] = []) => ({
  ...entry(code, zh, en),
  group: group.code,
  kinds: [...group.kinds, 'other'],
  facts,
});

const mobile: Group = {
  code: 'mobile',
  kinds: ['network-quality', 'interconnection', 'roaming', 'long-distance', 'bill-dispute', 'charging'],
};
const fixed: Group = {
  code: 'fixed',
  kinds: ['own-network-quality', 'cross-network-quality', 'tariff-dispute', 'business-handling'],
};
const valueAdded: Group = {
  code: 'value-added',
  kinds: ['network-quality', 'terminal', 'charging', 'fee-collection', 'website', 'subscription'],
};
const channel: Group = { code: 'channel', kinds: ['service-quality'] };

export const businesses = [
  line(mobile, 'gsm', 'GSM', 'GSM'),
  line(mobile, 'wcdma', 'WCDMA', 'WCDMA', ['3g']),
  line(mobile, 'mobile-other', '移动其他', 'Mobile, other'),
  line(fixed, 'fixed-phone', '固定电话', 'Fixed telephone'),
  line(fixed, 'broadband', '宽带/数据', 'Broadband and data'),
  line(fixed, 'phs', '小灵通', 'PHS'),
  line(fixed, 'payphone', '公话/话吧', 'Payphones'),
  line(fixed, 'leased-line', '专线', 'Leased lines'),
  line(fixed, 'card', '卡类', 'Cards'),
  line(fixed, 'fixed-other', '固网其他', 'Fixed line, other'),
  line(valueAdded, 'mobile-data', '移动数据', 'Mobile data'),
  line(valueAdded, 'text-messages', '短信', 'Text messages'),
  line(valueAdded, 'voice', '语音', 'Voice'),
  line(valueAdded, 'fixed-data', '固网数据', 'Fixed-line data'),
  line(valueAdded, 'value-added-other', '增值其他', 'Value-added, other'),
  line(channel, 'own-hall', '自建营业厅', 'Own halls'),
  line(channel, 'partner-hall', '合作营业厅', 'Partner halls'),
  line(channel, 'agent', '代理商', 'Agents'),
  line(channel, 'community-manager', '社区/客户经理', 'Community and account managers'),
  line(channel, 'web-hall', '网上营业厅', 'Web hall'),
  line(channel, 'service-centre', '客服中心', 'Service centre'),
  line(channel, 'customer-club', '客户俱乐部', 'Customer club'),
  line(channel, 'channel-other', '渠道其他', 'Channels, other'),
];

export const kinds = [
  entry('network-quality', '网络质量', 'Network quality'),
  // A road and limits of its own (CMP-7d).
  { ...entry('interconnection', '互联互通', 'Interconnection'), feedbackTo: 'intake' },
  entry('roaming', '漫游', 'Roaming'),
  entry('long-distance', '长途来话', 'Incoming long-distance calls'),
  entry('bill-dispute', '话单争议', 'Disputed bill'),
  entry('charging', '计费', 'Charging'),
  entry('own-network-quality', '网内通信质量', 'Quality in the own network'),
  entry('cross-network-quality', '网间通信质量', 'Quality between networks'),
  entry('tariff-dispute', '资费争议', 'Disputed tariff'),
  entry('business-handling', '业务办理', 'Business handling'),
  entry('terminal', '终端', 'Terminal'),
  entry('fee-collection', '收费', 'Fee collection'),
  entry('website', '网站问题', 'Website'),
  entry('subscription', '定制退定', 'Subscribing and cancelling'),
  entry('service-quality', '服务质量', 'Service quality'),
  { ...entry('other', '其他', 'Other'), unclear: true },
];

/** 一般, 省级, 全国级, 升级; VIP or ordinary follows from the customer. */
export const levels = [
  entry('ordinary', '一般投诉', 'Ordinary'),
  entry('province', '省级投诉', 'Province'),
  entry('nation', '全国级投诉', 'Nation'),
  entry('escalated', '升级投诉', 'Escalated'),
];

/** 投诉表象: set by headquarters; these are chosen. */
export const symptoms = [
  entry('no-signal', '无信号或信号弱', 'No or weak signal'),
  entry('dropped-call', '掉话、断线', 'Dropped calls'),
  entry('slow', '网速慢', 'Slow'),
  entry('no-access', '无法接入', 'No access'),
  entry('unknown-charge', '不明扣费', 'Unknown charge'),
  entry('wrong-bill', '账单错误', 'Wrong bill'),
  entry('not-activated', '业务未开通', 'Not activated'),
  entry('cannot-cancel', '无法退订', 'Cannot cancel'),
  entry('attitude', '服务态度', 'Attitude'),
  entry('other-symptom', '其他', 'Other'),
];

export const causes = [
  entry('wrong-operation', '公司或合作方操作不当', 'Wrong operation by the firm or a partner'),
  entry('wrong-publicity', '公司或合作方宣传不当', 'Wrong publicity by the firm or a partner'),
  entry('resource-fault', '通信资源故障', 'Fault of communication resources'),
  entry('technical-defect', '技术原因引发产品缺陷', 'Product defect of technical cause'),
  entry('interconnection', '运营商间互联互通不畅', 'Interconnection between operators'),
  entry('staff-conduct', '员工行为举止不当', 'Conduct of staff'),
  entry('internal-process', '内部管理流程不畅', 'Internal processes'),
  entry('other', '其他', 'Other'),
];

const TITLES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  phone: { zh: '客服热线', en: 'Hotline' },
  counter: { zh: '营业厅', en: 'Hall' },
  visit: { zh: '面访客服中心', en: 'Visit to the service centre' },
  'web-question': { zh: '公司网站', en: 'Website' },
};

/** Face to face the customer signs (002 part 1 §2.2; CMP-1b). */
export const channels = [
  ...complaintChannels.map((one) => ({ ...one, ...(TITLES[one.code] ? { title: TITLES[one.code] } : {}) })),
  { ...entry('general-manager-line', '各级总经理热线', 'General managers’ lines'), recorded: true, way: 'phone' },
  { ...entry('customer-club', '客户俱乐部', 'Customer club'), needsSignature: true, way: 'visit' },
  {
    ...entry('community-manager', '社区/客户经理', 'Community and account managers'),
    needsSignature: true,
    way: 'visit',
  },
  { ...entry('multimedia', '多媒体', 'Multimedia'), way: 'phone' },
];
