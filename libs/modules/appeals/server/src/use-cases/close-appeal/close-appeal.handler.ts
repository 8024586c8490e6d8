/** The end of a case: call back, conclude with its ground, seal the archive (APL-6, APL-7). */
import { Injectable } from '@nestjs/common';
import type { ArchiveAppeal, ConcludeAppeal, RevisitAppeal } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Attachments } from '@bihuan/attachments';
import { Matters } from '@bihuan/matters';
import { appeal as matter } from '../../appeal.matter';
import { complaintOf } from '../../data/known-complaint.store';
import { archived, concluded, revisited } from '../../domain/appeal.decide';
import type { Appeal } from '../../domain/appeal.state';
import { conclusionOf } from '../../domain/conclusion.rules';
import { Liabilities } from '../../events/publish';
import { AppealsPack } from '../../pack.settings';
import { AppealPeople, signerOf } from '../people.handler';
import { SealArchive } from './seal-archive.handler';

@Injectable()
export class CloseAppealHandler {
  constructor(
    private readonly matters: Matters,
    private readonly people: AppealPeople,
    private readonly attachments: Attachments,
    private readonly seal: SealArchive,
    private readonly liabilities: Liabilities,
    private readonly pack: AppealsPack,
  ) {}

  revisit(actor: UserActor, id: string, input: RevisitAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'revisit', input, (tx, before) => ({
      row: revisited(before, input, signerOf(actor), tx.now),
      action: 'revisited',
      data: { satisfied: input.satisfied },
      personal: { text: input.text },
    }));
  }

  conclude(actor: UserActor, id: string, input: ConcludeAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'conclude', input, async (tx, before) => {
      const conclusion = conclusionOf(this.pack.section, before, input, {
        complaint: await complaintOf(tx, before.complaintId),
        persons: await this.people.employees(input.employeeIds ?? [], '/employeeIds'),
        by: signerOf(actor),
        now: tx.now,
      });
      if (input.unitId) await this.people.demandUnit(input.unitId);
      const row = concluded(before, conclusion, tx.now);
      await this.liabilities.concluded(tx, row, conclusion);
      const { ground, cause, attribution, liability, unitId, tags } = conclusion;
      return {
        row,
        action: 'concluded',
        data: { conclusion: conclusion.conclusion, ground, cause, attribution, liability, unitId, tags },
        personal: {
          ground: conclusion.groundText,
          body: conclusion.body,
          cause: conclusion.causeText,
          liability: conclusion.liabilityText,
        },
      };
    });
  }

  archive(actor: UserActor, id: string, input: ArchiveAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'archive', input, async (tx, before) => {
      const documents = [...before.documents, ...(input.documents ?? [])];
      await this.attachments.attachAll(tx, input.documents ?? [], matter.subject(id), before.keyId, '/documents');
      const mediation = input.mediation ?? '';
      const hash = await this.seal.seal(tx, { ...before, documents, mediation }, input.text ?? '');
      return {
        row: archived(before, { hash, mediation, documents }, signerOf(actor), tx.now),
        action: 'archived',
        data: { sha256: hash },
        personal: { text: input.text, mediation },
      };
    });
  }
}
