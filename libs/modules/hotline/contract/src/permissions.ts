/** Permission ids of the hotline; their titles are in the manifest. */
export const HOTLINE_PERMISSIONS = {
  takeContact: 'hotline.contact.take',
  readContact: 'hotline.contact.read',
  answerContact: 'hotline.contact.answer',
  handOverContact: 'hotline.contact.hand-over',
  createForm: 'hotline.problem-form.create',
  readForm: 'hotline.problem-form.read',
  referForm: 'hotline.problem-form.refer',
  acceptForm: 'hotline.problem-form.accept',
  handleForm: 'hotline.problem-form.handle',
  auditForm: 'hotline.problem-form.audit',
  answerForm: 'hotline.problem-form.answer',
  withdrawForm: 'hotline.problem-form.withdraw',
  printRegister: 'hotline.register.print',
} as const;
