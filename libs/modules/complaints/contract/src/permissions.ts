/** Permission ids of the complaints module; their titles are in the manifest. */
export const COMPLAINTS_PERMISSIONS = {
  register: 'complaints.complaint.register',
  /** The three-field form of any employee (CMP-1a). */
  passOn: 'complaints.complaint.pass-on',
  read: 'complaints.complaint.read',
  check: 'complaints.complaint.check',
  handle: 'complaints.complaint.handle',
  decide: 'complaints.complaint.decide',
  /** To speak to the customer: no handler has it (CMP-8). */
  answer: 'complaints.complaint.answer',
  report: 'complaints.complaint.report',
  revisit: 'complaints.complaint.revisit',
  summarise: 'complaints.complaint.summarise',
  screen: 'complaints.complaint.screen',
  file: 'complaints.complaint.file',
  withdraw: 'complaints.complaint.withdraw',
  supervise: 'complaints.complaint.supervise',
  replySupervision: 'complaints.supervision.reply',
  readSanction: 'complaints.sanction.read',
  proposeSanction: 'complaints.sanction.propose',
  decideSanction: 'complaints.sanction.decide',
  objectSanction: 'complaints.sanction.object',
  readCirculation: 'complaints.circulation.read',
  issueCirculation: 'complaints.circulation.issue',
  printRegister: 'complaints.register.print',
  enterRepairs: 'complaints.repairs.enter',
} as const;
