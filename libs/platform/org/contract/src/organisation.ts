/** An organisation as data: what the company is set up with (ORG-1, ORG-3). Packs check it before it comes here (PCK-1). */
import type { Post } from '@bihuan/domain';

export interface UnitData {
  readonly code: string;
  readonly name: string;
  /** Function of the unit in the suite, such as `hotline` or `technical-support`. */
  readonly function: string;
  /** Code of the unit above; absent at the top. */
  readonly parent?: string | undefined;
  /** Code of the calendar by which the unit works. */
  readonly calendar: string;
}

export interface PositionData {
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Head-count of a position, by codes of units (ORG-2). */
export type PostData = Post;

export interface CertificateData {
  readonly productLines: readonly string[];
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly training: { readonly date: string };
  readonly test: { readonly date: string; readonly examiner: string; readonly mark: number };
}

export interface EmployeeData {
  readonly staffNumber: string;
  readonly name: string;
  readonly unit: string;
  readonly position: string;
  /** Codes of further units in which he holds the same position, and is head where `head` is set. */
  readonly furtherUnits?: readonly string[] | undefined;
  readonly officerNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly head?: boolean | undefined;
  readonly certificates?: readonly CertificateData[] | undefined;
  /** Name of his demonstration user. */
  readonly user?: string | undefined;
}

/** What is the company's own without its people. */
export type StructureData = Omit<OrganisationData, 'employees'>;

export interface OrganisationData {
  readonly units: readonly UnitData[];
  readonly positions: readonly PositionData[];
  /** Head-counts; a position without one has no limit. */
  readonly posts?: readonly PostData[] | undefined;
  readonly employees: readonly EmployeeData[];
  /** Least mark of the test on which a certificate is issued (ORG-3b); every mark passes where it is absent. */
  readonly certificatePassMark?: number | undefined;
}

/** Role of notices such as `supervisor` → code of the position whose holders are told. */
export type RecipientData = Readonly<Record<string, string>>;
