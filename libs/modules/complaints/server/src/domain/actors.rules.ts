/** Whose act is whose on a very complaint, besides the permission (CMP-7, CMP-8, CMP-11, CMP-20). */
import type { ComplaintAct } from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import type { Circulation } from './circulation.state';
import type { Complaint } from './complaint.state';
import type { SanctionAct } from './sanction.rules';
import type { Sanction } from './sanction.state';
import type { Supervision, SupervisionAct } from './supervision.state';

type Who = Pick<UserActor, 'employeeId' | 'unitId' | 'furtherUnitIds' | 'unitsBelow' | 'permissions'>;

const UNITS: Readonly<Record<Scope, (actor: Who, unitId: string) => boolean>> = {
  own: () => false,
  unit: ({ unitId, furtherUnitIds = [] }, id) => unitId === id || furtherUnitIds.includes(id),
  'unit-and-below': ({ unitsBelow }, id) => unitsBelow.includes(id),
  all: () => true,
};

/** Does the permission reach one of these units? */
export function reaches(actor: Who, permission: string, units: readonly (string | null)[]): boolean {
  const scope = actor.permissions.get(permission);
  return scope !== undefined && units.some((id) => id !== null && UNITS[scope](actor, id));
}

type Place = (complaint: Complaint) => readonly (string | null)[];

const atUnit: Place = ({ unitId, coOperators }) => [unitId, ...coOperators];
const atCentre: Place = ({ centreUnitId }) => [centreUnitId];
const atIntake: Place = ({ intakeUnitId, centreUnitId }) => [intakeUnitId, centreUnitId];
const atAnswer: Place = ({ answerUnitId, intakeUnitId, centreUnitId }) => [answerUnitId, intakeUnitId, centreUnitId];
const anywhere: Place = ({ unitId, intakeUnitId, centreUnitId, answerUnitId }) => [
  unitId,
  intakeUnitId,
  centreUnitId,
  answerUnitId,
];

const ACTS: Readonly<Record<ComplaintAct, readonly [permission: string, place: Place]>> = {
  sign: [MAY.register, atIntake],
  complete: [MAY.register, atIntake],
  // The officer who took it in relays it at once (CMP-4d).
  relay: [MAY.register, atIntake],
  acknowledge: [MAY.handle, ({ unitId }) => [unitId]],
  check: [MAY.check, atCentre],
  'return-to-channel': [MAY.check, atCentre],
  judge: [MAY.check, atCentre],
  dispatch: [MAY.check, atCentre],
  forward: [MAY.handle, ({ unitId }) => [unitId]],
  raise: [MAY.handle, ({ unitId }) => [unitId]],
  'name-co-operators': [MAY.handle, ({ unitId }) => [unitId]],
  investigate: [MAY.handle, ({ unitId }) => [unitId]],
  propose: [MAY.handle, atUnit],
  decide: [MAY.decide, anywhere],
  'carry-out': [MAY.handle, atUnit],
  'feed-back': [MAY.handle, ({ unitId }) => [unitId]],
  'note-contact': [MAY.handle, atUnit],
  'request-order': [MAY.handle, anywhere],
  answer: [MAY.answer, atAnswer],
  'progress-reply': [MAY.answer, atAnswer],
  're-promise': [MAY.answer, atAnswer],
  report: [MAY.report, anywhere],
  'take-feedback': [MAY.answer, atAnswer],
  revisit: [MAY.revisit, atAnswer],
  screen: [MAY.screen, ({ screeningUnitId, centreUnitId }) => [screeningUnitId, centreUnitId]],
  summarise: [MAY.summarise, atCentre],
  file: [MAY.file, atIntake],
  supervise: [MAY.supervise, anywhere],
  look: [MAY.supervise, anywhere],
  'mark-major': [MAY.supervise, anywhere],
  join: [MAY.check, atCentre],
  withdraw: [MAY.withdraw, atIntake],
};

/** Acts that speak to the customer: never of whoever handles it (CMP-8). */
const TO_THE_CUSTOMER: readonly ComplaintAct[] = ['answer', 'progress-reply', 're-promise', 'take-feedback'];

/** The first-inquiry officer does what his channel does; the rest goes by units. */
export function isActOf(complaint: Complaint, actor: UserActor, act: ComplaintAct): boolean {
  if (TO_THE_CUSTOMER.includes(act) && complaint.handlerId === actor.employeeId && !isCentres(complaint, actor)) {
    return false;
  }
  const [permission, place] = ACTS[act];
  const mine = complaint.officerId === actor.employeeId && place(complaint).includes(complaint.intakeUnitId);
  return mine || reaches(actor, permission, place(complaint));
}

/** A small company's officer may both handle and answer; a handling unit never answers. */
const isCentres = ({ centreUnitId }: Complaint, actor: UserActor): boolean => actor.unitId === centreUnitId;

/** Nobody decides on himself; he alone objects. */
export function mayDecideSanction({ employeeId, unitId }: Sanction, actor: UserActor, act: SanctionAct): boolean {
  if (act === 'object') return employeeId === actor.employeeId;
  return employeeId !== actor.employeeId && reaches(actor, MAY.decideSanction, [unitId]);
}

export const mayReplySupervision = (
  { unitId, employeeId }: Supervision,
  actor: UserActor,
  _: SupervisionAct,
): boolean => employeeId === actor.employeeId || reaches(actor, MAY.replySupervision, [unitId]);

export const isAddressee = ({ list }: Circulation, employeeId: string): boolean =>
  list.some(({ id }) => id === employeeId);
