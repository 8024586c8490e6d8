/** The organisation: units, positions, people, certificates, duty (ORG). */
export type { DutyAnswer, Employee, OrganisationData, PersonOnDuty, RecipientData, Unit } from '@bihuan/org-contract';
export { Org, type RecipientContext } from './org';
export { OrgSetup } from './org-setup';
export { Certificates } from './employees/certificates';
export { Duty } from './duty/duty';
export { unitsBelow, type Snapshot } from './data/snapshot';
export { OrgModule } from './org.module';
export { orgMigrations, orgRoom } from './org.manifest';
