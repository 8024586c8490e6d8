/** Papers of one complaint from its row: forms 8, 27a and 27c (CMP-4a, CMP-9b, CMP-10). */
import type { DeadlineView } from '@bihuan/alarms';
import type { Complaint } from '../domain/complaint.state';
import { owesRepairReport } from '../domain/report.rules';
import type { Sanction } from '../domain/sanction.state';
import type { UnitRefs } from '../queries/unit-names.query';
import type { ComplaintOrderPaper, ComplaintReportPaper, RehandlingOrderPaper } from './index';
import { titleOf } from './paper-words.part';
import type { ComplaintsPack } from '../pack.settings';

const iso = (at: Date | null | undefined): string | undefined => at?.toISOString();

const OUTCOMES = { solved: '已解决', explained: '已达成解释口径', 'not-accepted': '客户不接受，已说明立场' } as const;

/** What the call back came to, in a sentence. */
export const revisitText = ({ revisit }: Complaint): string =>
  revisit
    ? [revisit.satisfied ? '满意' : '不满意', revisit.text, revisit.proposal].filter((part) => part).join('。')
    : '';

const sanctionText = (sanctions: readonly Sanction[], breaches: Parameters<typeof titleOf>[0]): string =>
  sanctions
    .map(({ employeeName, breach, decision, state }) => {
      const decided = decision && state !== 'proposed' ? decision.text : '待决定';
      return `${employeeName}：${titleOf(breaches, breach)}，${decided}`;
    })
    .join('；');

interface About {
  readonly pack: ComplaintsPack;
  readonly unitName: string;
  readonly unit: UnitRefs;
}

/** Form 8. @param head name of the head of the responsible unit */
export function reportPaper(
  complaint: Complaint,
  { pack, unitName }: About,
  sanctions: readonly Sanction[],
  head: string | undefined,
): ComplaintReportPaper {
  const { report, carriedOut, checked, investigation, decision, proposals } = complaint;
  const chosen = proposals.find(({ id }) => id === decision?.proposalId);
  const { causes, sanctions: rules } = pack.section;
  return {
    unitName,
    number: report?.number ?? complaint.number,
    customerName: complaint.customerName,
    address: complaint.address,
    phone: complaint.phone,
    contact: complaint.contact || complaint.customerName,
    handledAt: carriedOut?.at,
    matter: { text: complaint.matter, by: checked?.by.name ?? complaint.officerName ?? '', at: iso(complaint.heardAt) },
    handling: {
      text: [chosen?.text, carriedOut?.text].filter((part) => part).join('\n'),
      by: carriedOut?.by.name,
      at: carriedOut?.at,
    },
    head,
    cause: [titleOf(causes, investigation?.cause ?? null), investigation?.causeText].filter((part) => part).join('：'),
    sanctions: sanctionText(sanctions, rules.breaches),
    revisit: revisitText(complaint),
    remark: [
      report?.phoneNote && `节假日电话转述：${report.phoneNote.text} ${report.phoneNote.opinion}`,
      report?.paper?.text,
    ]
      .filter((part) => part)
      .join('\n'),
    ...(report?.paper ? { attached: report.repairReport === 'attached' } : {}),
    missingReason: owesRepairReport(complaint) ? '待补' : report?.missingReason,
    secondHolder: report?.copies[1]?.holder,
  };
}

/** The six rows of form 27a: its limit, when it was really done, by whom. */
function stagesOf(
  complaint: Complaint,
  clocks: readonly DeadlineView[],
  unit: UnitRefs,
): ComplaintOrderPaper['stages'] {
  const due = (stage: string): string | undefined => iso(clocks.find((clock) => clock.stage === stage)?.dueAt);
  const { checked, answer, revisit, carriedOut } = complaint;
  const responsible = complaint.unitId ? unit(complaint.unitId).name : undefined;
  const handler = complaint.handlerName ?? undefined;
  return [
    {
      stage: '整理',
      dueAt: due('fill'),
      doneAt: iso(complaint.filledAt),
      unit: unit(complaint.intakeUnitId).name,
      person: complaint.officerName ?? undefined,
    },
    {
      stage: '复核',
      dueAt: due('check'),
      doneAt: iso(complaint.dispatchedAt) ?? checked?.at,
      unit: unit(complaint.centreUnitId).name,
      person: checked?.by.name,
    },
    {
      stage: '处理',
      dueAt: due('handling'),
      doneAt: carriedOut?.at ?? iso(complaint.returnedAt),
      unit: responsible,
      person: handler,
    },
    { stage: '反馈', doneAt: iso(complaint.returnedAt), unit: responsible, person: handler },
    {
      stage: '答复',
      dueAt: due('answer'),
      doneAt: iso(complaint.answeredAt),
      unit: unit(complaint.answerUnitId).name,
      person: answer?.by.name,
    },
    {
      stage: '回访',
      dueAt: due('revisit'),
      doneAt: revisit?.at,
      unit: unit(complaint.centreUnitId).name,
      person: revisit?.by?.name,
    },
  ];
}

/** Form 27a. @param customerLevels classes of customers of the pack */
export function orderPaper(
  complaint: Complaint,
  { pack, unitName, unit }: About,
  clocks: readonly DeadlineView[],
  customerLevels: Parameters<typeof titleOf>[0],
): ComplaintOrderPaper {
  const { section } = pack;
  const { answer, road, carriedOut } = complaint;
  const feedback = road.filter((hop) => hop.feedback !== '').at(-1)?.feedback;
  return {
    unitName,
    number: complaint.number,
    channel: titleOf(section.channels, complaint.channel),
    customerName: complaint.customerName,
    customerLevel: titleOf(customerLevels, complaint.customerClass),
    phone: complaint.phone,
    business: titleOf(section.businesses, complaint.business),
    kind: titleOf(section.kinds, complaint.kind),
    symptom: titleOf(section.symptoms, complaint.symptom),
    level: titleOf(section.levels, complaint.level),
    matter: complaint.matter,
    demand: complaint.demand,
    promisedAt: iso(complaint.promisedAt) ?? iso(clocks.find(({ stage }) => stage === 'promise')?.dueAt),
    signedAt: iso(complaint.signedAt),
    stages: stagesOf(complaint, clocks, unit),
    result: feedback ?? carriedOut?.text,
    answer: answer ? `${OUTCOMES[answer.outcome]}（${titleOf(section.ways, answer.way)}）。${answer.text}` : undefined,
  };
}

/** Form 27c: the latest order to handle it again. */
export function rehandlingPaper(complaint: Complaint, { unitName, unit }: About): RehandlingOrderPaper {
  const order = complaint.rehandlings.at(-1);
  if (!order) throw new Error('A re-handling order was printed of a complaint that has none.');
  return {
    unitName,
    number: order.number,
    caseNumber: complaint.number,
    revisit: `不满意。${order.revisitText}`,
    opinion: order.opinion,
    screenedBy: order.screenedBy.name,
    screenedAt: order.at,
    responsibleUnit: unit(order.unitId).name,
    requirement: order.requirement,
    dueAt: order.dueAt ?? undefined,
    result: order.result ?? undefined,
    handler: order.handler?.name,
    doneAt: order.doneAt ?? undefined,
  };
}
