/** Permission ids of the appraisal module; their titles are in the manifest. */
export const APPRAISAL_PERMISSIONS = {
  readSheet: 'appraisal.sheet.read',
  selfScore: 'appraisal.sheet.self-score',
  headScore: 'appraisal.sheet.head-score',
  release: 'appraisal.sheet.release',
  readEntry: 'appraisal.entry.read',
  enterIncentive: 'appraisal.entry.incentive',
  enterCheck: 'appraisal.entry.check',
  enterBreach: 'appraisal.entry.breach',
  noteSample: 'appraisal.sample.note',
  readProposal: 'appraisal.proposal.read',
  propose: 'appraisal.proposal.make',
  decide: 'appraisal.proposal.decide',
  exportFile: 'appraisal.hr-file.export',
  receipt: 'appraisal.hr-file.receipt',
  importScores: 'appraisal.hr-scores.import',
} as const;
