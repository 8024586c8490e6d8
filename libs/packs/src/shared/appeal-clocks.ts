/** The five clocks of an appeal and the texts of its notices (APL-2, APL-2a, RD-11, NTF-1). */
import { clockTemplates, nearDue, overdue } from './clocks';
import { template } from './words';

const hours = (value: number) => ({ unit: 'hour', value });

/** A step that asks whether the delay is to be circulated (APL-8, APL-9). */
const delayed = { key: 'delayed', at: { share: 1 }, action: 'appeals.delayed' };

/**
 * 002 part 1 §4.4, RD-11: 24 + 96 + 48 hours, and 7 working days in all.
 *
 * @param vipLevels levels that get the lower limits, like cases marked grave
 */
export const appealPolicies = (vipLevels: readonly string[]) => {
  const lower = (value: number) => [
    {
      key: 'lower',
      when: {
        any: [...(vipLevels.length > 0 ? [{ fact: 'level', in: vipLevels }] : []), { fact: 'gravity', present: true }],
      },
      limit: hours(value),
    },
  ];
  return [
    {
      code: 'appeals.desk',
      title: { zh: '申诉受理派发', en: 'Check and dispatch' },
      limit: hours(24),
      warnShare: 0.9,
      steps: [
        nearDue('appeal-desk', ['owner', 'appeals-desk']),
        overdue('appeal-desk', ['owner', 'appeals-desk', 'supervisor']),
      ],
    },
    {
      code: 'appeals.branch',
      title: { zh: '分公司处理反馈', en: 'Branch handles and reports' },
      limit: hours(96),
      warnShare: 0.9,
      variants: lower(24),
      steps: [
        nearDue('appeal-branch', ['owner', 'unit-head']),
        overdue('appeal-branch', ['owner', 'unit-head', 'appeals-desk']),
        delayed,
      ],
    },
    {
      code: 'appeals.headquarters',
      title: { zh: '总部审核并答复监管部门', en: 'Headquarters answers the regulator' },
      limit: hours(48),
      warnShare: 0.9,
      variants: lower(24),
      steps: [
        nearDue('appeal-headquarters', ['owner', 'appeals-desk']),
        overdue('appeal-headquarters', ['owner', 'appeals-desk', 'supervisor']),
      ],
    },
    {
      code: 'appeals.outer',
      title: { zh: '申诉处理总时限', en: 'The whole appeal' },
      limit: { unit: 'working-day', value: 7 },
      warnShare: 0.9,
      steps: [
        nearDue('appeal-outer', ['owner', 'appeals-desk']),
        overdue('appeal-outer', ['owner', 'appeals-desk', 'supervisor', 'deputy']),
      ],
    },
    {
      code: 'appeals.regulator',
      title: { zh: '监管部门要求的答复时间', en: 'The regulator’s own date' },
      // The regulator names the due time himself; there is no limit from a start.
      limit: { unit: 'minute', value: 0 },
      warnShare: 0.9,
      steps: [
        nearDue('appeal-regulator', ['owner', 'appeals-desk', 'handler']),
        overdue('appeal-regulator', ['owner', 'appeals-desk', 'handler', 'deputy']),
        delayed,
      ],
    },
  ];
};

export const appealTemplates = [
  ...clockTemplates(
    'appeal-desk',
    ['申诉受理派发', 'dispatch of the appeal'],
    ['请立即核对派发', 'Please dispatch it'],
  ),
  ...clockTemplates(
    'appeal-branch',
    ['申诉处理反馈', 'report of the branch'],
    ['请尽快查证、答复客户并上报书面报告', 'Please finish and report'],
  ),
  ...clockTemplates(
    'appeal-headquarters',
    ['申诉审核答复', 'answer to the regulator'],
    ['请尽快审核并答复监管部门', 'Please review it and answer the regulator'],
  ),
  ...clockTemplates(
    'appeal-outer',
    ['申诉处理总时限', 'limit of the whole appeal'],
    ['请督促各环节', 'Please press every stage'],
  ),
  ...clockTemplates(
    'appeal-regulator',
    ['监管部门要求的答复时间', 'the regulator’s date'],
    ['请按监管部门时限答复', 'Please answer the regulator by then'],
  ),
  template(
    'appeal-dispatched',
    ['申诉工单', 'An appeal for you'],
    ['申诉 {number} 已派发给您，请接单。', 'Appeal {number} was dispatched to you; please accept it.'],
  ),
  template(
    'appeal-sent-back',
    ['申诉报告被退回', 'A report was sent back'],
    [
      '申诉 {number} 的处理报告第 {round} 次退回，请按退回意见重新处理上报。',
      'The report on appeal {number} was sent back (time {round}); please work on it again.',
    ],
  ),
  template(
    'appeal-handed-over',
    ['申诉联系责任人变更', 'Appeals handed over'],
    ['申诉 {number} 因联系责任人变更转由您办理。', 'Appeal {number} is yours now: the contact person has changed.'],
  ),
  template(
    'appeal-circulation-proposed',
    ['待决定的通报', 'A circulation to decide on'],
    ['通报 {number}（申诉 {appeal}）待您决定。', 'Circulation {number} (appeal {appeal}) waits for your decision.'],
  ),
  template(
    'appeal-circulation',
    ['服务质量通报', 'Service quality circulation'],
    ['服务质量通报 {number} 已下发，请阅读。', 'Service quality circulation {number} was issued; please read it.'],
  ),
];
