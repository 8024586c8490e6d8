/** Shared by the appraisal module's own server and console. */
export * from './permissions';
export * from './template.dto';
export * from './entry.dto';
export * from './sheet.dto';
export * from './period.dto';
export * from './hr-file.dto';
export * from './proposal.dto';
