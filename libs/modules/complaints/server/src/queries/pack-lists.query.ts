/** The lists and switches of the active pack, in the words of the contract. */
import { Injectable } from '@nestjs/common';
import type { ComplaintLists } from '@bihuan/complaints-contract';
import { Org } from '@bihuan/org';
import { ComplaintsPack } from '../pack.settings';

@Injectable()
export class PackLists {
  constructor(
    private readonly pack: ComplaintsPack,
    private readonly org: Org,
  ) {}

  async lists(): Promise<ComplaintLists> {
    const { section } = this.pack;
    const { procedure, units } = section;
    const first = [...Object.values(units.handling), ...Object.values(units.business), ...units.remote];
    const all = [...(await this.org.units())];
    const rank = (code: string): number => (first.includes(code) ? first.indexOf(code) : first.length);
    return {
      channels: section.channels.map(({ code, title, needsSignature, recorded }) => ({
        code,
        title,
        needsSignature,
        recorded,
      })),
      businesses: section.businesses.map(({ code, title, group, kinds }) => ({
        code,
        title,
        group: group ?? null,
        kinds,
      })),
      kinds: section.kinds.map(({ code, title }) => ({ code, title })),
      levels: section.levels,
      symptoms: section.symptoms,
      causes: section.causes,
      ways: section.ways,
      gravities: section.gravities,
      marks: section.marks,
      breaches: section.sanctions.breaches.map(({ code, title }) => ({ code, title })),
      compensations: section.compensations,
      stages: section.clocks.map(({ stage, title }) => ({ code: stage, title })),
      procedure: {
        path: procedure.path,
        optional: procedure.optional,
        validity: procedure.validity,
        proposalsAtLeast: procedure.proposalsAtLeast,
        relay: procedure.relay,
        report: procedure.report,
        feedback: procedure.path.includes('feedback-taken'),
        summary: procedure.path.includes('summarised'),
        unsatisfied: procedure.unsatisfied,
        approvalOfRePromise: section.rePromiseNeedsApproval,
      },
      units: all.sort((a, b) => rank(a.code) - rank(b.code)).map(({ id, name }) => ({ id, name })),
    };
  }
}
