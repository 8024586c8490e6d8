/** Permission ids of the revisit module; their titles are in the manifest. */
export const REVISIT_PERMISSIONS = {
  readTask: 'revisit.task.read',
  call: 'revisit.task.call',
  printRegister: 'revisit.register.print',
  setRestHours: 'revisit.rest-hours.set',
  readEvaluation: 'revisit.evaluation.read',
  confirmEvaluation: 'revisit.evaluation.confirm',
} as const;
