/** The road of an order through the units: dispatched, forwarded once, raised, and back the same way (CMP-7). */
import { complaintsErrors, invalidField } from '../complaints.errors';
import type { ComplaintsSection } from '../complaints.settings';
import type { Complaint, Hop, Person } from './complaint.state';

type Routing = Pick<ComplaintsSection, 'units' | 'kinds' | 'businesses'>;
type Classes = Pick<Complaint, 'business' | 'kind'>;

/** Stops that have not fed back yet, the last of them has the order. */
export const openHops = (road: readonly Hop[]): readonly Hop[] => road.filter(({ fedBackAt }) => fedBackAt === null);

/** CMP-7a: does the kind say who is in charge? */
export const isKindClear = ({ kinds }: Pick<Routing, 'kinds'>, { kind }: Classes): boolean =>
  kind !== null && kinds.find(({ code }) => code === kind)?.unclear !== true;

/** Code of the business department of a line of business (投诉业务责任部门). */
export function businessUnitOf({ units, businesses }: Routing, { business }: Classes): string | undefined {
  const setting = businesses.find(({ code }) => code === business);
  return units.business[business ?? ''] ?? units.business[setting?.group ?? ''];
}

/** Code of the handling department of a kind (投诉工单处理责任部门). */
export const handlingUnitOf = ({ units }: Pick<Routing, 'units'>, { kind }: Classes): string | undefined =>
  units.handling[kind ?? ''];

/** Codes of the units that the pack would send it to, the first by rule (CMP-7a, CMP-7b). */
export function routeOf(routing: Routing, classes: Classes): readonly string[] {
  const handling = handlingUnitOf(routing, classes);
  const business = businessUnitOf(routing, classes);
  const ordered = isKindClear(routing, classes) ? [handling, business] : [business, handling];
  return [...new Set(ordered.filter((code) => code !== undefined))];
}

/**
 * CMP-7a: a kind that is not clear goes to the business department, which finds out who handles it (CMP-7b).
 *
 * @param from code of the unit that sends it; `undefined`: the centre
 * @throws 422 naming the department
 */
export function demandInCharge(routing: Routing, classes: Classes, from: string | undefined, to: string): void {
  const { units } = routing;
  const handling = Object.values(units.handling);
  const business = businessUnitOf(routing, classes);
  if (business === undefined || from === business) return;
  const sender = from === undefined || units.remote.includes(from);
  if (!sender || isKindClear(routing, classes)) return;
  if (handling.includes(to) && to !== business) {
    throw invalidField(
      '/unitId',
      'kind-not-clear',
      `问题性质不明确，应转业务责任部门（${business}）。 / The kind is not clear: send it to the business department (${business}).`,
    );
  }
}

interface Sent {
  readonly unitId: string;
  readonly reason: string;
  readonly by: Person;
}

const hop = ({ unitId, reason, by }: Sent, fromId: string | null, way: Hop['way'], now: Date): Hop => ({
  unitId,
  fromId,
  way,
  at: now.toISOString(),
  by,
  reason,
  fedBackAt: null,
  feedback: '',
});

const sentTo = (complaint: Complaint, next: Hop): Complaint => ({
  ...complaint,
  unitId: next.unitId,
  road: [...complaint.road, next],
  returnedAt: null,
  acknowledged: null,
  handlerId: null,
  handlerName: null,
});

/** The centre sends it; what a head has acknowledged after the relay stays acknowledged (CMP-4d). */
export function dispatched(complaint: Complaint, sent: Sent, now: Date): Complaint {
  const same = complaint.relay?.unitId === sent.unitId;
  return {
    ...sentTo(complaint, hop(sent, null, 'dispatched', now)),
    state: 'dispatched',
    dispatchedAt: complaint.dispatchedAt ?? now,
    acknowledged: same ? complaint.acknowledged : null,
  };
}

/** CMP-7: a unit that is not in charge passes it on once, with a reason. */
export function forwarded(complaint: Complaint, sent: Sent, now: Date): Complaint {
  const from = complaint.unitId;
  const round = openHops(complaint.road);
  if (round.some(({ fromId, way }) => fromId === from && way === 'forwarded'))
    throw complaintsErrors['already-forwarded']();
  demandNotOnRoad(round, sent.unitId);
  return sentTo(complaint, hop(sent, from, 'forwarded', now));
}

/** CMP-7c: city → province → headquarters. @param levels unit ids of the steps, the lowest first */
export function raised(
  complaint: Complaint,
  levels: readonly string[],
  sent: Omit<Sent, 'unitId'>,
  now: Date,
): Complaint {
  const on = new Set(openHops(complaint.road).map(({ unitId }) => unitId));
  const at = levels.findLastIndex((level) => on.has(level));
  const next = levels[at + 1];
  if (next === undefined) throw complaintsErrors['nowhere-to-raise']({ state: complaint.state });
  return sentTo(complaint, hop({ ...sent, unitId: next }, complaint.unitId, 'raised', now));
}

function demandNotOnRoad(road: readonly Hop[], unitId: string): void {
  if (road.some((one) => one.unitId === unitId)) {
    const way = '该部门已处理或转出过本单，请选择其它部门。 / That unit is on the road of this order: choose another.';
    throw invalidField('/unitId', 'on-the-road', way);
  }
}

/**
 * CMP-7c: back to whoever sent it: the forwarder, or the centre, with which the result has returned. CMP-7d: a kind with
 * a road of its own goes straight back.
 */
export function fedBack(
  complaint: Complaint,
  text: string,
  straight: 'intake' | { readonly unitId: string } | undefined,
  now: Date,
): Complaint {
  const open = openHops(complaint.road);
  const ends = endsOf(open, straight);
  const road = complaint.road.map((one) =>
    ends.includes(one) ? { ...one, fedBackAt: now.toISOString(), feedback: one === open.at(-1) ? text : '' } : one,
  );
  const left = openHops(road).at(-1);
  return {
    ...complaint,
    road,
    unitId: left?.unitId ?? ends[0]?.unitId ?? complaint.unitId,
    returnedAt: left ? null : now,
  };
}

/** Which stops the feedback ends: the last one, or all down to where the kind's own road leads. */
function endsOf(open: readonly Hop[], straight: 'intake' | { readonly unitId: string } | undefined): readonly Hop[] {
  if (straight === 'intake') return open;
  const stop = straight ? open.findIndex(({ unitId }) => unitId === straight.unitId) : -1;
  if (stop >= 0 && stop < open.length - 1) return open.slice(stop + 1);
  return open.slice(-1);
}

/** Carried out by a unit the centre sent it to itself: the result is back with it; a forwarder still waits for his. */
export function backAfterCarryOut(complaint: Complaint, now: Date): Complaint {
  const open = openHops(complaint.road);
  if (complaint.returnedAt !== null || open.length > 1) return complaint;
  const road = complaint.road.map((one) => (one.fedBackAt === null ? { ...one, fedBackAt: now.toISOString() } : one));
  return { ...complaint, road, returnedAt: now };
}
