/** The complaints module: manifest and Nest module, nothing more. */
export { manifest } from './complaints.manifest';
export { ComplaintsModule } from './complaints.module';
