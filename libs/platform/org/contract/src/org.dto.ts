/** Requests and answers of the organisation's routes (api.md People). */
import { z } from 'zod';

/** An instant with its offset, as a Date. */
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const date = z.iso.date();
const id = z.uuid();

export const newEmployeeSchema = z.strictObject({
  staffNumber: z.string().trim().min(1).max(32),
  name: z.string().trim().min(1).max(64),
  unitId: id,
  position: z.string().min(1).max(64),
  officerNumber: z
    .string()
    .regex(/^\d{2,3}$/)
    .optional(),
  managerId: id.optional(),
  phone: z.string().trim().min(1).max(32).optional(),
});

/** Fields given are changed; `null` takes a phone, manager or officer number away. */
export const changeEmployeeSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(64).optional(),
    unitId: id.optional(),
    position: z.string().min(1).max(64).optional(),
    officerNumber: z
      .string()
      .regex(/^\d{2,3}$/)
      .nullable()
      .optional(),
    managerId: id.nullable().optional(),
    phone: z.string().trim().min(1).max(32).nullable().optional(),
    /** Version that was seen; another one there is refused (412). */
    version: z.int().min(1).optional(),
  })
  .refine(({ version: _, ...change }) => Object.values(change).some((value) => value !== undefined), {
    params: { code: 'nothing-changed', zh: '请至少给出一项要修改的内容', en: 'Give at least one field to change' },
  });

export const nameHeadSchema = z.strictObject({ employeeId: id });

export const newCertificateSchema = z.strictObject({
  productLines: z.array(z.string().trim().min(1).max(64)).min(1).max(50),
  issuedOn: date,
  expiresOn: date,
  training: z.strictObject({ date }),
  test: z.strictObject({
    date,
    examiner: z.string().trim().min(1).max(64),
    mark: z.number().min(0).max(1000),
  }),
});

export const newShiftSchema = z.strictObject({
  unitId: id,
  employeeId: id,
  from: instant,
  to: instant,
  kind: z.enum(['shift', 'on-call']),
});

export const missedHandOverSchema = z.strictObject({
  unitId: id,
  /** When the hand-over was due; now where absent. */
  at: instant.optional(),
  text: z.string().trim().min(1).max(2000),
});

export type NewEmployee = z.infer<typeof newEmployeeSchema>;
export type ChangeEmployee = z.infer<typeof changeEmployeeSchema>;
export type NameHead = z.infer<typeof nameHeadSchema>;
export type NewCertificate = z.infer<typeof newCertificateSchema>;
export type NewShift = z.infer<typeof newShiftSchema>;
export type MissedHandOver = z.infer<typeof missedHandOverSchema>;

/** A unit of the tree (ORG-1). */
export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly function: string;
  readonly parentId: string | null;
  /** Code of its calendar. */
  readonly calendar: string;
}

/** Who works here (ORG-3). */
export interface Employee {
  readonly id: string;
  readonly version: number;
  readonly staffNumber: string;
  readonly name: string;
  readonly unitId: string;
  /** Further units in which he holds his position. */
  readonly furtherUnitIds: readonly string[];
  /** Code of the position. */
  readonly position: string;
  readonly officerNumber?: string;
  readonly managerId?: string;
  readonly phone?: string;
  /** Head of his unit, and of the further ones. */
  readonly head: boolean;
}

/** What the list of employees shows of one; his phone is given where somebody must reach him (duty). */
export type EmployeeView = Omit<Employee, 'phone'>;

/** A post in one unit: how many may hold it, how many do, how many are missing (ORG-2). */
export interface PostView {
  readonly unitId: string;
  readonly unit: string;
  /** Code of the position. */
  readonly position: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** People in the units below count too. */
  readonly below: boolean;
  readonly min: number;
  readonly max: number;
  readonly held: number;
  /** How many are missing to the minimum. */
  readonly vacant: number;
}

export interface PersonOnDuty {
  readonly employeeId: string;
  readonly name: string;
  readonly kind: 'shift' | 'on-call' | 'head';
  readonly phone?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Who is on duty at an instant; there is always an answer (ORG-4). */
export interface DutyAnswer {
  readonly unitId: string;
  readonly at: string;
  /** Nobody was planned: the head answers. */
  readonly fallback: boolean;
  readonly employeeId: string;
  readonly name: string;
  readonly phone?: string;
  /** All who are on duty, shifts before on-call. */
  readonly data: readonly PersonOnDuty[];
}
