/** Named rules of an evaluation: the pack's scores, who proves himself, what is very dissatisfied (RVT-8, RD-1). Pure. */
import { commonErrors, invalidField } from '../revisit.errors';
import type { EvaluationState, GiveEvaluation } from '@bihuan/revisit-contract';
import type { EvaluationSection } from '../revisit.settings';
import type { Evaluation } from './evaluation.state';

export type EvaluationAct = 'confirm' | 'dismiss';

const ACTIONS: Readonly<Record<EvaluationState, readonly EvaluationAct[]>> = {
  given: [],
  'to-confirm': ['confirm', 'dismiss'],
  confirmed: [],
  dismissed: [],
};

export const evaluationActions = ({ state }: Pick<Evaluation, 'state'>): readonly EvaluationAct[] => ACTIONS[state];

/** The scores of the drop-down: −50 … 200 in steps of 10, as the pack says (RD-1). */
export const scoresOf = ({ from, to, step }: EvaluationSection['scores']): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

/** 422 with the field where a score is none of the pack's, or the item is unknown. */
export function demandEvaluation(
  input: Pick<GiveEvaluation, 'item' | 'technicalLevel' | 'attitude'>,
  { scores, items }: Pick<EvaluationSection, 'scores' | 'items'>,
): void {
  if (!items.some(({ code }) => code === input.item)) {
    const known = items.map(({ code, title }) => `${code}（${title.zh}）`).join('、');
    throw invalidField(
      '/item',
      'unknown-item',
      `可选项目：${known} / Items: ${items.map(({ code }) => code).join(', ')}`,
    );
  }
  for (const field of ['technicalLevel', 'attitude'] as const) {
    if (scoresOf(scores).includes(input[field])) continue;
    const { from, to, step } = scores;
    throw invalidField(
      `/${field}`,
      'score-out-of-range',
      `请在 ${from} 至 ${to} 分之间选择，每 ${step} 分一档。 / From ${from} to ${to} in steps of ${step}.`,
    );
  }
}

/** Digits that are dialled end with these four; a matter without a phone cannot be proven. */
export const provesPhone = (phone: string, lastFour: string): boolean => {
  const digits = phone.replace(/\D/g, '');
  return lastFour.length === 4 && digits.endsWith(lastFour);
};

/** A score at or below the pack's threshold: proposed as a complaint (RVT-8b). */
export const isVeryDissatisfied = (
  { technicalLevel, attitude }: Pick<Evaluation, 'technicalLevel' | 'attitude'>,
  { veryDissatisfiedAt }: Pick<EvaluationSection, 'veryDissatisfiedAt'>,
): boolean => Math.min(technicalLevel, attitude) <= veryDissatisfiedAt;

function demandAct(evaluation: Evaluation, act: EvaluationAct): void {
  const allowedActions = evaluationActions(evaluation);
  if (!allowedActions.includes(act)) throw commonErrors['wrong-state']({ state: evaluation.state, allowedActions });
}

/** An officer takes it as a complaint, or does not (RVT-8b). */
export function decided(evaluation: Evaluation, act: EvaluationAct, text: string, by: string, now: Date): Evaluation {
  demandAct(evaluation, act);
  return {
    ...evaluation,
    state: act === 'confirm' ? 'confirmed' : 'dismissed',
    decision: text,
    decidedById: by,
    decidedAt: now,
  };
}

/** What the complaint says: the customer's remark, with his scores in front. */
export const complaintText = ({ item, technicalLevel, attitude, remark }: Evaluation, titleOfItem: string): string =>
  `客服评价（${titleOfItem || item}）：技术水平 ${technicalLevel} 分，服务态度 ${attitude} 分。${remark}`;

interface Scored {
  readonly technicalLevel: number;
  readonly attitude: number;
}

export interface Figure {
  readonly count: number;
  readonly technicalLevel: { readonly sum: number; readonly mean: number };
  readonly attitude: { readonly sum: number; readonly mean: number };
  readonly sum: number;
  readonly mean: number;
}

const cents = (value: number): number => Math.round(value * 100) / 100;

/** RD-1: sum and mean are both kept, since a sum alone rewards volume. The mean has two decimals. */
export function figureOf(scores: readonly Scored[]): Figure {
  const of = (pick: (scored: Scored) => number) => {
    const sum = scores.reduce((total, scored) => total + pick(scored), 0);
    return { sum, mean: scores.length === 0 ? 0 : cents(sum / scores.length) };
  };
  const [technicalLevel, attitude] = [of((scored) => scored.technicalLevel), of((scored) => scored.attitude)];
  const sum = technicalLevel.sum + attitude.sum;
  // Over both scores, so that it lies in the range of one.
  const mean = scores.length === 0 ? 0 : cents(sum / (2 * scores.length));
  return { count: scores.length, technicalLevel, attitude, sum, mean };
}

/** RVT-8a: the figures of each engineer, department or division that was evaluated. */
export function figuresBy<Row extends Scored>(
  rows: readonly Row[],
  key: (row: Row) => string | null,
): ReadonlyMap<string, Figure> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = key(row);
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return new Map([...groups].map(([id, members]) => [id, figureOf(members)]));
}
