/** What opening a complaint takes: in full, passed on by an employee in three fields, or completed later (CMP-1, CMP-2). */
import { z } from 'zod';
import { input } from '@bihuan/events';

const { text, words, instant, version } = input;

/** Marks of gravity (CMP-3): the API's four. */
export const GRAVITIES = ['media', 'court', 'appeal', 'crisis'] as const;
export type Gravity = (typeof GRAVITIES)[number];

const code = words(60);

/** The two-way class, the symptom and the level; which are asked for is the pack's (CMP-2). */
const classification = {
  /** Line of business (业务). */
  business: code.optional(),
  /** Kind of problem (问题性质). */
  kind: code.optional(),
  level: code.optional(),
  /** 投诉表象 */
  symptom: code.optional(),
};

export const registerComplaint = z.strictObject({
  channel: code,
  customerName: words(100),
  /** `""` where there is none. */
  phone: text(40),
  matter: words(4000),
  /** The person to speak to. */
  contact: text(100).optional(),
  address: text(300).optional(),
  customerId: z.uuid().optional(),
  siteId: z.uuid().optional(),
  /** What the customer asks for (客户要求). */
  demand: text(2000).optional(),
  gravity: z.array(z.enum(GRAVITIES)).max(GRAVITIES.length).optional(),
  /** Basic service is down: urgency (CMP-3). */
  serviceDown: z.boolean().optional(),
  /** Makes the level `nation` (CMP-2). */
  crossProvince: z.boolean().optional(),
  /** Centre of the home province of a roaming customer: it answers (CMP-8c). */
  homeUnitId: z.uuid().optional(),
  /** Time promised to the customer (CMP-4f). */
  promisedAt: instant.optional(),
  /** Reference of the recording of the call. */
  recording: text(200).optional(),
  /** How the customer wants to be answered; absent: as he came (CMP-8c). */
  wantedWay: code.optional(),
  /** When it was first heard, where that was before now. */
  heardAt: instant.optional(),
  /** Marks that choose the way of the revisit: `corporate`, `special-need` (RVT-1e). */
  marks: z.array(code).max(10).optional(),
  ...classification,
});

/** CMP-1a: any employee passes a complaint on in three fields; it lands on the complaint officer's register. */
export const passOnComplaint = z.strictObject({
  customerName: words(100),
  phone: text(40),
  matter: words(4000),
  heardAt: instant.optional(),
});

/** The channel fills in what is missing: of a complaint passed on, or returned for completion (CMP-1a, CMP-8b). */
export const completeComplaint = z.strictObject({
  customerName: words(100).optional(),
  phone: text(40).optional(),
  matter: words(4000).optional(),
  contact: text(100).optional(),
  address: text(300).optional(),
  customerId: z.uuid().optional(),
  demand: text(2000).optional(),
  recording: text(200).optional(),
  gravity: z.array(z.enum(GRAVITIES)).max(GRAVITIES.length).optional(),
  serviceDown: z.boolean().optional(),
  crossProvince: z.boolean().optional(),
  ...classification,
  version,
});

export type RegisterComplaint = z.infer<typeof registerComplaint>;
export type PassOnComplaint = z.infer<typeof passOnComplaint>;
export type CompleteComplaint = z.infer<typeof completeComplaint>;
