/** A complaint as it is registered: everything that has not happened yet (CMP-1, CMP-2). */
import type { ComplaintsSection } from '../complaints.settings';
import type { Classified } from './classification.rules';
import type { Complaint, Person, Source } from './complaint.state';
import { isReserved, priorityOf } from './priority.rules';

/** What is known when it is registered. */
export interface NewComplaint {
  readonly id: string;
  readonly number: string;
  readonly keyId: string;
  readonly channel: string;
  readonly classified: Classified;
  readonly customerName: string;
  readonly phone: string;
  readonly matter: string;
  readonly contact?: string | undefined;
  readonly address?: string | undefined;
  readonly customerId: string | null;
  readonly siteId?: string | undefined;
  readonly demand?: string | undefined;
  readonly recording?: string | undefined;
  readonly wantedWay?: string | undefined;
  readonly gravity?: readonly string[] | undefined;
  readonly serviceDown?: boolean | undefined;
  readonly crossProvince?: boolean | undefined;
  readonly customerClass: string | null;
  readonly brand: string | null;
  readonly lines: readonly string[];
  readonly marks?: readonly string[] | undefined;
  readonly officer: Person | null;
  readonly passedOn?: Person | undefined;
  readonly intakeUnitId: string;
  readonly centreUnitId: string;
  readonly answerUnitId: string;
  readonly heardAt: Date;
  readonly promisedAt?: Date | undefined;
  readonly followsId?: string | undefined;
  readonly source?: Source | undefined;
}

type Rules = Pick<ComplaintsSection, 'procedure' | 'channels' | 'importance' | 'gravity' | 'reserved'>;

export function registered(rules: Rules, draft: NewComplaint, now: Date): Complaint {
  const { classified, officer, customerClass, gravity = [], serviceDown = false } = draft;
  const needsSignature = rules.channels.find(({ code }) => code === draft.channel)?.needsSignature ?? false;
  const complete = classified.missing.length === 0 && !needsSignature;
  return {
    ...NOTHING_YET,
    ...classified,
    id: draft.id,
    number: draft.number,
    keyId: draft.keyId,
    createdAt: now,
    heardAt: draft.heardAt,
    procedure: rules.procedure,
    channel: draft.channel,
    customerId: draft.customerId,
    customerName: draft.customerName,
    phone: draft.phone,
    matter: draft.matter,
    contact: draft.contact ?? '',
    address: draft.address ?? '',
    siteId: draft.siteId ?? null,
    demand: draft.demand ?? '',
    recording: draft.recording ?? '',
    wantedWay: draft.wantedWay ?? null,
    gravity,
    serviceDown,
    crossProvince: draft.crossProvince ?? false,
    customerClass,
    brand: draft.brand,
    lines: draft.lines,
    marks: draft.marks ?? [],
    priority: priorityOf(rules, { customerClass, gravity, followers: 0, serviceDown }),
    reserved: isReserved(rules, customerClass),
    officerId: officer?.id ?? null,
    officerName: officer?.name ?? null,
    passedOn: draft.passedOn ?? null,
    intakeUnitId: draft.intakeUnitId,
    centreUnitId: draft.centreUnitId,
    answerUnitId: draft.answerUnitId,
    needsSignature,
    filledAt: complete ? now : null,
    promisedAt: draft.promisedAt ?? null,
    followsId: draft.followsId ?? null,
    source: draft.source ?? null,
  };
}

const NOTHING_YET = {
  version: 1,
  state: 'registered',
  dueAt: null,
  major: false,
  leaderId: null,
  followers: 0,
  screeningUnitId: null,
  unitId: null,
  coOperators: [],
  road: [],
  signatureId: null,
  signedAt: null,
  relay: null,
  acknowledged: null,
  checked: null,
  validity: null,
  returns: 0,
  dispatchedAt: null,
  investigation: null,
  proposals: [],
  customersChoice: '',
  decision: null,
  carriedOut: null,
  handlerId: null,
  handlerName: null,
  returnedAt: null,
  answer: null,
  answeredAt: null,
  firstContact: false,
  inTime: null,
  mayBecomeAppeal: false,
  appealNumber: null,
  concludedAt: null,
  rePromises: 0,
  onTime: {},
  supervised: 0,
  supervisedByDecision: 0,
  report: null,
  feedback: null,
  revisit: null,
  summary: null,
  screening: null,
  rehandlings: [],
  round: 1,
  followedById: null,
} as const satisfies Partial<Complaint>;
