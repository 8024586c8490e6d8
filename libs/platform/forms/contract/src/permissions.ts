/** Permission ids of the forms room; their titles are in the manifest. */
export const FORMS_PERMISSIONS = {
  archive: 'forms.archive.read',
  print: 'forms.form.print',
  templates: 'forms.template.manage',
  printers: 'forms.printer.manage',
} as const;
