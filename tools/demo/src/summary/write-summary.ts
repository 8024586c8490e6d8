/** The summary for people: Chinese first, the same figures in English beside them. */
import type { House } from '../check/house';
import { OUTCOMES } from '../check/call';
import { Codes } from '../check/codes';
import type { Counts, DaySummary, NamedRow } from './count';

export interface SummaryFrame {
  /** Name of the call file. */
  readonly file: string;
  readonly day: string;
  readonly seed: string;
  /** Units without a demonstration user, for which the administrator acted. */
  readonly standIns: readonly string[];
}

const ENDS = new Codes([
  { code: 'first-contact', title: { zh: '首次解决', en: 'first contact' } },
  { code: 'no-answer', title: { zh: '24小时无回音', en: 'no answer in 24 h' } },
  { code: 'problem-form', title: { zh: '随问题表结案', en: 'with the problem form' } },
  { code: 'officer', title: { zh: '撤回后结案', en: 'after withdrawal' } },
  { code: 'nuisance', title: { zh: '骚扰或打错', en: 'nuisance' } },
]);

const FORM_STATES = new Codes([
  { code: 'concluded', title: { zh: '结案', en: 'concluded' } },
  { code: 'withdrawn', title: { zh: '撤回', en: 'withdrawn' } },
]);

const PAPERS = new Codes([
  { code: 'problem-form', title: { zh: '表1 问题处理表', en: 'form 1' } },
  { code: 'acceptance-record', title: { zh: '表2 受理记录表', en: 'form 2' } },
  { code: 'consultation-log', title: { zh: '表3 咨询统计表', en: 'form 3' } },
  { code: 'revisit-sheet', title: { zh: '表5 回访统计表', en: 'form 5' } },
  { code: 'call-tally', title: { zh: '表6 电话信息统计报表', en: 'form 6' } },
]);

export function summaryText(summary: DaySummary, { file, day, seed, standIns }: SummaryFrame, house: House): string {
  const { calls, contacts, tally, forms, rows, revisits, papers, proofs } = summary;
  const lines = [
    `# ${day} 热线一日演示 · A day at the hotline`,
    '',
    `来电文件 · call file: ${file}；种子 · seed: ${seed}`,
    '',
    '## 受理 · Calls',
    `- 来电 ${calls.total} · calls`,
    `- 结果 · outcomes: ${counted(calls.byOutcome, new Codes(OUTCOMES))}`,
    `- 渠道 · channels: ${counted(calls.byChannel, house.channels)}`,
    `- 责任人 · officers: ${counted(calls.byOfficer)}`,
    `- 结案方式 · ended: ${counted(contacts, ENDS)}`,
    `- 正字 ${tally.strokes} + 骚扰 ${tally.nuisance} = 电话 ${tally.phoneContacts} · strokes + nuisance = phone contacts`,
    '',
    '## 问题表 · Problem forms',
    `- 共 ${forms.total} · forms；轮次 ${forms.rounds} · rounds；未经用户同意转出 ${forms.withoutAgreement} · referred without agreement`,
    `- 状态 · state: ${counted(forms.byState, FORM_STATES)}`,
    `- 类别 · category: ${counted(forms.byCategory, house.formCategories)}`,
    `- 部门 · unit: ${counted(forms.byUnit)}`,
    `- 催办 ${forms.chases.made}，已办 ${forms.chases.done} · chase tasks made, done`,
    ...(standIns.length > 0
      ? [
          `- ${standIns.join('、')}没有演示用户，由管理员代办 · the administrator acted for units without demonstration users`,
        ]
      : []),
    '',
    '## 哪些来电 · Which calls',
    '行号为来电文件的行 · line of the call file; (表单号 · number)',
    ...named('处理超期 · late', rows.late),
    ...named('转错部门退回 · returned', rows.returned),
    ...named('答复后不满意，第二轮 · not satisfied, round 2', rows.notSatisfied),
    ...named('处理中等待用户 · waited for the customer', rows.waitedForCustomer),
    ...named('用户撤回 · withdrawn', rows.withdrawn),
    ...named('回访不满意，退回处理 · revisit not satisfied', rows.revisitNotSatisfied),
    ...named('回访首次未接通 · revisit reached at the second attempt', rows.revisitSecondAttempt),
    ...named('回访改约 · revisit moved', rows.revisitMoved),
    '',
    '## 回访 · Revisits',
    `- 任务 ${revisits.tasks} · tasks；拨打 ${revisits.calls} · calls；接通 ${revisits.reached} · reached`,
    `- 按日 · by day: ${counted(revisits.byDay)}`,
    '',
    '## 打印 · Papers',
    `- ${papers.total} 份 · papers，${papers.pages} 页 · pages`,
    `- ${counted(papers.byForm, PAPERS)}`,
    '',
    '## 核对 · Proof',
    ...proofs.map(({ zh, en, left, right, holds }) => `- ${holds ? '✓' : '✗'} ${zh} · ${en}: ${left} = ${right}`),
  ];
  return `${lines.join('\n')}\n`;
}

function counted(counts: Counts, codes?: Codes): string {
  const parts = Object.entries(counts).map(([code, count]) => {
    const title = codes?.title(code);
    return `${title && title.zh !== title.en ? `${title.zh} (${title.en})` : code} ${count}`;
  });
  return parts.length > 0 ? parts.join('，') : '—';
}

const named = (title: string, rows: readonly NamedRow[]): string[] => [
  `- ${title}: ${rows.length}${rows.length > 0 ? ` — ${rows.map(({ line, number }) => `${line} (${number})`).join(', ')}` : ''}`,
];
