/** Shared by the reporting module's own server and console. */
export * from './permissions';
export * from './indicator.dto';
export * from './base-figures.dto';
export * from './reports.dto';
export * from './flow-sheet.dto';
