/** What reporting learns of an order: codes and counts, nothing personal (RPT-2). */
import type { WorkOrder } from './work-order.state';

const flag = (value: boolean): number => (value ? 1 : 0);

/** Counts and flags; what is not known yet is absent. */
export function measuresOf(order: WorkOrder): Record<string, number> {
  const measures: Record<string, number> = {
    repair: flag(order.repair && order.source !== 'co-operation'),
    redispatches: order.redispatches,
    overruns: order.overruns,
    refusals: order.refusals,
    'wrong-dispatches': order.wrongDispatches,
    replacements: order.replacements,
  };
  for (const [stage, met] of Object.entries(order.onTime)) measures[`${stage}-on-time`] = flag(met);
  if (order.onTime.conclude !== undefined) measures['on-time'] = flag(order.onTime.conclude);
  if (order.rating !== null) measures['rating'] = order.rating;
  if (order.grade !== null) measures['grade'] = order.grade;
  if (order.gradeWeight !== null) measures['grade-weight'] = order.gradeWeight;
  if (order.solvedAt) {
    measures['left-over'] = order.sheet.leftOver.length;
    measures['single-visit'] = flag(order.sheet.leftOver.length === 0 && order.redispatches === 0);
  }
  return measures;
}

export const dimsOf = (order: WorkOrder): Record<string, string | null> => ({
  type: order.type,
  'customer-class': order.customerClass,
  level: order.customerClass,
  'fault-layer': order.faultLayer,
  'product-line': order.productLine,
  priority: order.priority,
  source: order.source,
  // A cause in an engineer's own words may name somebody; it stays with the order.
  cause: order.causeCode,
});
