/** Permission ids of the appeals module; their titles are in the manifest. */
export const APPEALS_PERMISSIONS = {
  /** See appeals, their known complaints and their archive. */
  readAppeal: 'appeals.appeal.read',
  /** Take an appeal in from a regulator (desk). */
  receiveAppeal: 'appeals.appeal.receive',
  /** Check and dispatch to branch or department; link the earlier complaint; promise anew (desk). */
  dispatchAppeal: 'appeals.appeal.dispatch',
  /** Take over, verify, plan, answer the customer, report (branch). */
  handleAppeal: 'appeals.appeal.handle',
  /** Approve the report or send it back (headquarters). */
  reviewAppeal: 'appeals.appeal.review',
  /** Answer the regulator. */
  replyAppeal: 'appeals.appeal.reply',
  /** Call the appellant back, conclude, archive. */
  concludeAppeal: 'appeals.appeal.conclude',
  /** Report a key case for the record. */
  fileAppeal: 'appeals.appeal.file',
  /** Add a note, also after the archive is sealed. */
  noteAppeal: 'appeals.appeal.note',
  readContacts: 'appeals.contact-person.read',
  manageContacts: 'appeals.contact-person.manage',
  readCirculation: 'appeals.circulation.read',
  /** Decide by name on what a case brings upon branch and persons. */
  decideCirculation: 'appeals.circulation.decide',
} as const;
