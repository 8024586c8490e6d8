/** Permission ids of the reporting module; their titles are in the manifest. */
export const REPORTING_PERMISSIONS = {
  readFigures: 'reporting.figure.read',
  enterBase: 'reporting.base.enter',
  closePeriod: 'reporting.period.close',
  readReports: 'reporting.report.read',
  sendReport: 'reporting.report.send',
  printRegister: 'reporting.register.print',
  importSales: 'reporting.sales.import',
  rebuild: 'reporting.roll-up.rebuild',
  checkFlow: 'reporting.flow.check',
  readSales: 'reporting.sales.read',
} as const;
