/** What the players write and say: general words that fit any call of the category, chosen by the draw. */

type Some = readonly [string, ...string[]];

const ANSWERS: Readonly<Record<string, Some>> = {
  technical: [
    '已指导用户按屏幕提示重新操作，现场试机正常。',
    '已指导用户断电三分钟后重新上电，设备自检通过。',
    '已指导用户清理入口异物并复位，故障消除。',
    '已核对日志代码，属提示信息，不影响使用，用户明白。',
  ],
  service: ['已说明服务安排并致歉，用户表示理解。', '已告知上门时间与工程师电话，用户满意。'],
  sales: ['已说明现行报价与供货周期，资料随后发送。', '已告知对口销售代表联系方式，用户明白。'],
  other: ['已按公司规定说明，用户明白。', '已告知办理途径与所需资料。'],
  consultation: [
    '已按使用手册逐项说明，用户复述正确。',
    '已告知保修政策与报修方式，用户明白。',
    '已说明操作步骤并发送电子手册。',
  ],
  suggestion: ['感谢用户建议，已记录并转产品部门研究。'],
  praise: ['感谢用户表扬，已记录并转告本人及其主管。'],
};

const PLANS: Readonly<Record<string, Some>> = {
  hardware: [
    '携带备件上门检测，必要时更换模块。',
    '先远程读取日志定位模块，再上门更换。',
    '上门清洁并校准传动部件，复测后交付。',
  ],
  software: ['导出日志复现问题，提供补丁并远程升级。', '核对参数与版本，远程修正配置后观察。'],
  technical: ['与用户核对现象，远程检测后上门处理。'],
  service: ['核实经过，与当事人员谈话，向用户说明并致歉。', '核实备件与派工记录，重新安排并承诺时间。'],
  sales: ['由产品事业部核对合同与资料，书面答复用户。'],
  other: ['与用户确认需求，协调相关部门给出答复。'],
};

const RESULTS: Readonly<Record<string, Some>> = {
  hardware: [
    '已更换故障模块，连续试机三十次正常。',
    '已清洁校准，试机正常，用户签字确认。',
    '已更换连接线并加固，运行正常。',
  ],
  software: ['已远程升级并验证，日志无异常。', '已修正参数，复测通过。'],
  technical: ['已处理并测试正常。'],
  service: ['已当面致歉并补做服务，用户接受。', '备件已到并完成服务，已说明延误原因。'],
  sales: ['已书面答复用户并附最新资料。'],
  other: ['已答复用户，需求已登记。'],
};

const GENERAL: Some = ['已处理并答复。'];

/** What is said to a form's kind, else to its category. */
const of = (texts: Readonly<Record<string, Some>>, category: string, kind?: string): Some =>
  (category === 'technical' && kind ? texts[kind] : undefined) ?? texts[category] ?? GENERAL;

export const answersTo = (category: string): Some => of(ANSWERS, category);
export const plansFor = (category: string, kind?: string): Some => of(PLANS, category, kind);
export const resultsOf = (category: string, kind?: string): Some => of(RESULTS, category, kind);

export const SAID = {
  thinking: '请用户按上述步骤测试，并于24小时内回电告知结果。',
  override: '用户未明确表态，为不耽误处理先行转出。',
  withdraw: '用户来电告知已恢复正常，不再需要处理。',
  wrongDepartment: '经判断不属本部门职责，转相关部门处理。',
  waiting: '等待用户确认停机时间。',
  resumed: '用户已确认停机时间。',
  judgement: '已与用户电话核对现象。',
  parts: '随车备件',
  accepted: '已与用户约定时间地点。',
  audit: '同意处理方案与结果。',
  told: '已将处理结果告知用户，用户确认。',
  notYet: '用户反映问题仍未完全解决，要求再次处理。',
  again: '第二次处理：复查并消除遗留问题。',
  againDone: '遗留问题已消除，再次测试正常。',
  chased: '已向处理人催办，告知用户正在处理并致歉。',
  nobody: '无人接听',
  moved: '用户要求改约',
} as const;

export const GOOD_WORDS: Some = [
  '处理及时，很好。',
  '满意。',
  '工程师态度好，讲解清楚。',
  '机器运行正常，谢谢。',
  '没有其它意见。',
];
export const BAD_WORDS: Some = ['用了一晚又出现同样问题，不满意。'];
