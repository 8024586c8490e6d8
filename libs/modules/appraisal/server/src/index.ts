/** The appraisal module: manifest and Nest module, nothing more. */
export { manifest } from './appraisal.manifest';
export { AppraisalModule } from './appraisal.module';
