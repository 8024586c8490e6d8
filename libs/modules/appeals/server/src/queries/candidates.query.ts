/** Complaints proposed as the earlier one, by phone or customer and matter (APL-1, SYS-70). */
import { Injectable } from '@nestjs/common';
import type { Candidate, FindCandidates } from '@bihuan/appeals-contract';
import { UnitOfWork } from '@bihuan/database';
import { complaintsLike } from '../data/known-complaint.store';
import type { Appeal } from '../domain/appeal.state';
import { phoneDigits, rankCandidates } from '../domain/candidates.rules';
import { complaintLine } from './appeal-lines.query';

/** More are not worth looking at. */
const SHOWN = 20;

interface Asked {
  readonly phone: string;
  readonly matter: string;
  readonly customerId: string | null;
  readonly receivedAt: Date;
}

@Injectable()
export class Candidates {
  constructor(private readonly work: UnitOfWork) {}

  of(appeal: Appeal): Promise<readonly Candidate[]> {
    return this.ranked(appeal);
  }

  /** For an appeal that is just being taken in. */
  async like({ phone = '', matter = '', customerId = '' }: FindCandidates): Promise<readonly Candidate[]> {
    return this.ranked({ phone, matter, customerId: customerId || null, receivedAt: await this.work.now() });
  }

  private async ranked(asked: Asked): Promise<readonly Candidate[]> {
    const complaints = await complaintsLike(this.work, phoneDigits(asked.phone), asked.customerId);
    return rankCandidates(asked, complaints)
      .slice(0, SHOWN)
      .map(({ complaint, reasons, similarity }) => ({
        ...complaintLine(complaint, asked),
        reasons: [...reasons],
        similarity: Math.round(similarity * 100) / 100,
        matter: complaint.matter,
      }));
  }
}
