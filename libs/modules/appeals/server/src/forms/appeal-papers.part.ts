/** What stands on the papers of an appeal and of a circulation (APL-5, APL-8; forms 13a, 13b, 14, 28). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@bihuan/database';
import type { CirculationPaper } from '@bihuan/forms';
import { circulationForm } from '@bihuan/forms';
import { Papers } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { appeal } from '../appeal.matter';
import { commonErrors } from '../appeals.errors';
import { circulation } from '../circulation.matter';
import { filingsOf } from '../data/entry.store';
import { complaintOf } from '../data/known-complaint.store';
import { appealActions, isApproved } from '../domain/appeal.rules';
import type { Appeal, Concluded, Round } from '../domain/appeal.state';
import { approvedRound, emptyRound } from '../domain/appeal.state';
import type { Circulation } from '../domain/circulation.state';
import { shown } from '../domain/codes.rules';
import type { KnownComplaint } from '../domain/complaint.state';
import { AppealsPack } from '../pack.settings';
import type { AppealLetterPaper, AppealRecordFilingPaper, AppealReportPaper } from './index';
import { appealLetter, appealRecordFiling, appealReport } from './index';

const OUTCOMES: Readonly<Record<string, string>> = {
  solved: '已解决',
  explained: '解释后用户同意',
  'not-accepted': '用户未接受，已表明态度',
};

@Injectable()
export class AppealPapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly pack: AppealsPack,
  ) {}

  onModuleInit(): void {
    const unitOf = (row: Appeal): string => row.deskUnitId;
    this.papers.ofMatter(appeal, 'appeals', appealReport, {
      unitOf,
      when: isApproved,
      fill: (row, { unitName }) => this.report(row, unitName),
    });
    this.papers.ofMatter(appeal, 'appeals', appealLetter, {
      unitOf,
      when: isApproved,
      fill: (row, { unitName }) => this.letter(row, unitName),
    });
    this.papers.ofMatter(appeal, 'appeals', appealRecordFiling, {
      unitOf,
      fill: (row, { unitName }) => this.filing(row, unitName),
    });
    this.papers.ofMatter(circulation, 'circulations', circulationForm('appeals'), {
      // It names units and staff only: no customer's key may close it.
      keyIds: () => [],
      when: ({ state }) => state === 'decided',
      fill: (row, { unitName }) => this.circulated(row, unitName),
    });
  }

  private async report(row: Appeal, unitName: string): Promise<AppealReportPaper> {
    const round = approvedRound(row) ?? emptyRound(row.round);
    const { facts, plan, report, review } = round;
    return {
      ...this.head(row, unitName),
      facts: facts?.text ?? '',
      before: before(await complaintOf(this.work, row.complaintId), this.pack.timezone),
      basis: report?.basis ?? '',
      result: [plan?.text, report?.text].filter(Boolean).join('\n'),
      answer: answerOf(round),
      conclusion: row.concluded ? this.conclusion(row.concluded) : '',
      measures: [round.answer?.improvement, report?.measures].filter(Boolean).join('\n'),
      ...(review ? { approvedBy: review.by.name, at: review.at } : {}),
    };
  }

  private letter(row: Appeal, unitName: string): AppealLetterPaper {
    const round = approvedRound(row) ?? emptyRound(row.round);
    const { by: _, ...answer } = answerOf(round);
    return {
      ...this.head(row, unitName),
      opinion: row.reply?.text ?? round.report?.text ?? '',
      answer,
      evidence: new Set([...(round.facts?.evidence ?? []), ...(round.report?.evidence ?? [])]).size,
      ...(row.reply ? { at: row.reply.at } : {}),
    };
  }

  /** The latest filing of the case; 409 where it was never reported for the record. */
  private async filing(row: Appeal, unitName: string): Promise<AppealRecordFilingPaper> {
    const filing = (await filingsOf(this.work, row.id)).at(-1);
    if (!filing) throw commonErrors['wrong-state']({ state: row.state, allowedActions: appealActions(row) });
    const { level } = row;
    return {
      ...this.head(row, unitName),
      number: filing.number,
      matter: filing.text || row.matter,
      level: level ? shown(this.pack.levels, level).title.zh : '',
      gravity: [...row.gravity],
      impact: filing.impact,
      measures: filing.measures,
      opinion: filing.opinion,
      receiver: filing.receiver,
      filedBy: filing.filedBy.name,
      at: filing.filedAt.toISOString(),
      ...(filing.approvedBy ? { approvedBy: filing.approvedBy.name } : {}),
      ...(filing.receipt !== null && filing.receivedAt
        ? { receipt: { text: filing.receipt, at: filing.receivedAt.toISOString() } }
        : {}),
    };
  }

  private async circulated(row: Circulation, unitName: string): Promise<CirculationPaper> {
    const title = this.pack.section.circulations.find((one) => one.ground === row.ground)?.title.zh ?? row.ground;
    const names = new Map((await this.org.units()).map(({ id, name }) => [id, name]));
    const at = row.decidedAt?.toISOString() ?? row.createdAt.toISOString();
    return {
      unitName,
      number: row.number,
      at,
      accused: [names.get(row.unitId) ?? '', ...row.persons.map(({ name }) => name)].join('；'),
      caseNumber: row.appealNumber,
      matter: title,
      basis: row.basis,
      decision: row.decision,
      demand: row.demand,
      issuedBy: row.decidedBy?.name ?? '',
      issuedAt: at,
      distribution: row.distribution.map(({ unitId }) => names.get(unitId) ?? unitId),
    };
  }

  private head(row: Appeal, unitName: string) {
    return {
      unitName,
      number: row.number,
      regulator: shown(this.pack.section.regulators, row.regulator).title.zh,
      caseNumber: row.caseNumber,
      appellant: row.appellant,
      matter: row.matter,
    };
  }

  private conclusion({ conclusion, ground, groundText, body }: Concluded): string {
    const definition = this.pack.section.conclusions.find(({ code }) => code === conclusion);
    const stated = ground === null ? groundText : shown(definition?.grounds ?? [], ground).title.zh;
    return [definition?.title.zh ?? conclusion, [stated, body].filter(Boolean).join('，')].join('：');
  }
}

const answerOf = ({ answer }: Round) =>
  answer ? { text: answer.text, way: answer.way, by: answer.by.name, at: answer.at } : {};

/** 先期处理情况 in words: which complaint, when and how it was answered. */
function before(complaint: KnownComplaint | null, timeZone: string): string {
  if (!complaint) return '无先期投诉记录。';
  if (complaint.outcome === null || complaint.answeredAt === null) return `先期投诉 ${complaint.number}，尚未答复。`;
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(complaint.answeredAt);
  const inTime = complaint.inTime ? '在规定时限内' : '超过规定时限';
  return `先期投诉 ${complaint.number}，${day} 答复：${OUTCOMES[complaint.outcome] ?? complaint.outcome}（${inTime}）。`;
}
