/** The reporting module: manifest and Nest module, nothing more. */
export { manifest } from './reporting.manifest';
export { ReportingModule } from './reporting.module';
