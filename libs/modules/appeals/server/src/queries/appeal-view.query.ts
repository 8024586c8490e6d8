/** An appeal as the API shows it: where it stands, by when, what stands beside it, the principles to decide by (APL-10). */
import { Injectable } from '@nestjs/common';
import type { AppealView } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { appeal as matter } from '../appeal.matter';
import { circulations } from '../data/circulation.store';
import { filingsOf, notesOf } from '../data/entry.store';
import { complaintOf } from '../data/known-complaint.store';
import type { Appeal } from '../domain/appeal.state';
import { shown } from '../domain/codes.rules';
import { hasPriority } from '../domain/queue.rules';
import { AppealsPack } from '../pack.settings';
import { ClockLines } from './clock-lines.query';
import { complaintLine, concludedLine, filingLine, noteLine, roundLine } from './appeal-lines.query';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What stands beside a case; a new one has nothing yet. */
type Beside = Pick<AppealView, 'filings' | 'notes' | 'circulations' | 'complaint'>;

@Injectable()
export class AppealViews {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly pack: AppealsPack,
    private readonly clocks: ClockLines,
  ) {}

  async view(actor: UserActor, row: Appeal): Promise<AppealView> {
    const [clocks, beside] = await Promise.all([this.deadlines.of(matter.subject(row.id)), this.beside(row)]);
    return this.whole(actor, row, clocks, beside);
  }

  /** Of an appeal that was taken in just now. @param clocks armed for it, so that nothing is read again */
  async fresh(actor: UserActor, row: Appeal, clocks: readonly DeadlineView[]): Promise<AppealView> {
    const complaint = await complaintOf(this.work, row.complaintId);
    const beside = { filings: [], notes: [], circulations: [], complaint: complaint && complaintLine(complaint, row) };
    return this.whole(actor, row, clocks, beside);
  }

  private async beside(row: Appeal): Promise<Beside> {
    const [filings, notes, proposed, complaint] = await Promise.all([
      filingsOf(this.work, row.id),
      notesOf(this.work, row.id),
      circulations.find(this.work, 'r.appeal_id = $1 order by r.created_at, r.number', [row.id]),
      complaintOf(this.work, row.complaintId),
    ]);
    return {
      filings: filings.map(filingLine),
      notes: notes.map(noteLine),
      circulations: proposed.map(({ id, number, ground, state }) => ({ id, number, ground, state })),
      complaint: complaint && complaintLine(complaint, row),
    };
  }

  private async whole(
    actor: UserActor,
    row: Appeal,
    clocks: readonly DeadlineView[],
    beside: Beside,
  ): Promise<AppealView> {
    const { section, levels } = this.pack;
    const unit = row.unitId ? await this.org.unit(row.unitId) : undefined;
    const liableUnit = row.concluded?.unitId ? await this.org.unit(row.concluded.unitId) : undefined;
    const archivist = row.archivedById ? await this.org.employee(row.archivedById) : undefined;
    const grounds = section.conclusions.flatMap((conclusion) => conclusion.grounds);
    return {
      ...(await this.matters.frame(actor, matter, row, clocks)),
      ...beside,
      state: row.state,
      regulator: shown(section.regulators, row.regulator),
      caseNumber: row.caseNumber,
      filed: row.filed,
      channel: row.channel ? shown(section.channels, row.channel) : null,
      appellant: row.appellant,
      phone: row.phone,
      matter: row.matter,
      business: shown(section.businesses, row.business),
      nature: shown(section.natures, row.nature),
      level: row.level ? shown(levels, row.level) : null,
      gravity: row.gravity.map((mark) => shown(section.gravities, mark)),
      keyCase: row.keyCase,
      priority: hasPriority(section, row),
      receivedAt: row.receivedAt.toISOString(),
      replyDueAt: iso(row.replyDueAt),
      documents: [...row.documents],
      desk: { id: row.deskId, name: row.deskName },
      unit: unit ? { id: unit.id, name: unit.name } : null,
      handler: row.handlerId ? { id: row.handlerId, name: row.handlerName ?? '' } : null,
      dispatchedAt: iso(row.dispatchedAt),
      round: row.round,
      rounds: row.rounds.map(roundLine),
      sentBack: row.sentBack,
      reply: row.reply,
      revisit: row.revisit,
      lateForRegulator: row.lateForRegulator,
      clocks: await this.clocks.of(row, clocks),
      proposal: row.proposal && {
        conclusion: row.proposal.conclusion,
        ground: shown(grounds, row.proposal.ground),
      },
      concluded: row.concluded && concludedLine(section, row.concluded, liableUnit?.name ?? ''),
      mediation: row.mediation,
      archive:
        row.archiveHash && row.archivedAt
          ? {
              sha256: row.archiveHash,
              at: row.archivedAt.toISOString(),
              by: { id: row.archivedById ?? '', name: archivist?.name ?? '' },
            }
          : null,
      principles: section.principles.map(({ code, title }) => ({ code, title })),
    };
  }
}
