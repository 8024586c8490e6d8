/** Policy packs: the company as versioned, validated data (PCK-1), and its script library (SCR-1). */
export * from './pack/pack.schema';
export { certificateSchema, employeeSchema, unitSchema } from './pack/organisation.schema';
export type { PackCertificate, PackEmployee, PackPosition, PackPost, PackUnit } from './pack/organisation.schema';
export type { PackCalendar, PackDeadlinePolicy, PackStep } from './pack/time.schema';
export { codeSchema, dottedCodeSchema, entrySchema, titleSchema, type Entry } from './pack/words.schema';
export {
  checkPack,
  packProblems,
  type CheckedPack,
  type PackCheck,
  type PackDemands,
  type Sections,
} from './pack/pack-problems';
export type { Permissions } from './pack/grants';
export { PackError } from './pack-error';
export { demandsOf } from './demands';
export { storedPack } from './stored-pack';
export { Policies, type PackVersion, type VersionedPolicy } from './policies';
export { loadPolicies, readPolicies, type PolicySource } from './load-policies';
export { scriptTexts, type ScriptText } from './scripts';
export { COMPANY_VARIABLE, SCRIPT_VARIABLES, variablesOf } from './script-variables';
export * from './policies.migrations';
export * from './policies.module';
export * from './policies.manifest';
