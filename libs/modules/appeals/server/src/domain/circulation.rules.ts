/** APL-8: what a case brings upon branch and persons is proposed by rule and decided by name. */
import type { CirculationAct, CirculationGround } from '@bihuan/appeals-contract';
import type { Appeal, Signer } from './appeal.state';
import type { Addressee, Circulation } from './circulation.state';
import { hurtByChange } from './contact-person.rules';

export const circulationActions = ({ state }: Pick<Circulation, 'state'>): readonly CirculationAct[] =>
  state === 'proposed' ? ['decide', 'drop'] : [];

/** What a delay of the branch or of the regulator's date proposes. @param contactChangeDays of the pack (APL-9) */
export function groundsOfDelay(
  appeal: Pick<Appeal, 'contactChangedAt'>,
  delay: { readonly stage: string; readonly at: Date },
  contactChangeDays: number,
): readonly CirculationGround[] {
  return [
    ...(delay.stage === 'regulator' ? (['late-reply'] as const) : []),
    ...(hurtByChange(appeal.contactChangedAt, delay.at, contactChangeDays) ? (['contact-change'] as const) : []),
  ];
}

/** Still poor after repeated return: proposed once, with the round that reaches the pack's number. */
export const isPoor = ({ sentBack }: Pick<Appeal, 'sentBack'>, poorReportRounds: number): boolean =>
  sentBack === poorReportRounds;

export const decided = (
  circulation: Circulation,
  words: { readonly decision: string; readonly basis: string; readonly demand: string },
  to: { readonly persons: readonly Signer[]; readonly distribution: readonly Addressee[] },
  by: Signer,
  now: Date,
): Circulation => ({
  ...circulation,
  state: 'decided',
  decision: words.decision,
  basis: words.basis,
  demand: words.demand,
  persons: to.persons,
  distribution: to.distribution,
  decidedBy: { id: by.id, name: by.name },
  decidedAt: now,
});

export const dropped = (circulation: Circulation, reason: string, by: Signer, now: Date): Circulation => ({
  ...circulation,
  state: 'dropped',
  reason,
  decidedBy: { id: by.id, name: by.name },
  decidedAt: now,
});
