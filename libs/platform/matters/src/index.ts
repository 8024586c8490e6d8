/** The plumbing of a case module, written once: acts, lists, parts of the house, papers. */
export {
  defineMatter,
  actsOf,
  type Matter,
  type MatterDefinition,
  type KnownCase,
  type MatterRow,
  type OwnFacts,
  type OwnProof,
} from './matter';
export { Matters, deadlineLine, type Happened, type Outcome } from './matters';
export { actRoutes, type ActHandler, type ActRoute, type ActViews } from './act-routes';
export { MatterLists, lineOf, type MatterListing, type OrderKey } from './matter-list';
export { bound, CaseNumbers, matterParts, type HousePart } from './matter-parts';
export { Papers, type PaperOf, type RegisterPaper } from './papers';
export { MattersModule } from './matters.module';
export { mattersRoom } from './matters.manifest';
